import { join } from 'node:path';
import type { SandboxClock } from '../clock';
import type { Faults } from '../faults';
import type { Site } from '../site/site';
import { answerBridge } from './bridge';
import type { DeadLetter } from './dead-letters';
import { assertExports } from './deploy';
import { forgeFetch } from './fetch';
import { installGlobals } from './globals';
import { installedPayload, registerApp } from './install';
import { createInvoker } from './invocation';
import { KvsService } from './kvs/service';
import { storedRows } from './kvs/stored';
import { readManifest } from './manifest';
import type { Outside } from './outgoing';
import { Broker } from './queue/broker';
import { QueueService } from './queue/wire';
import { exportDocument, invokeResolver } from './resolver';
import { callingScope } from './scope';
import { createEvents } from './triggers/events';
import { createScheduler } from './triggers/scheduled';
import type { AppModule, Host, HostOptions, Invocation, ModuleContext } from './types';

const OWN_MANIFEST = join(__dirname, '..', '..', 'manifest.yml');

export interface HostParts extends HostOptions {
  readonly app: AppModule;
  /** The project's own where absent. */
  readonly manifestPath?: string;
  readonly clock: SandboxClock;
  readonly site: Site;
  readonly faults: Faults;
}

/**
 * A local Forge: deploys the app by its manifest and runs it. The real `@forge/*` packages work unmodified in it.
 *
 * @throws Error where the manifest cannot be deployed: unreadable, invalid, or naming a function that the app lacks.
 */
export async function createHost(options: HostParts): Promise<Host> {
  const { app, clock, site, faults } = options;
  const { state } = site;
  const manifest = await readManifest(options.manifestPath ?? OWN_MANIFEST);
  assertExports(manifest, app);
  installGlobals();

  const invocations: Invocation[] = [];
  const deadLetters: DeadLetter[] = [];
  const listeners = new Set<(invocation: Invocation) => void>();
  const totals = { points: 0, calls: {} as Record<string, number> };
  const outside: Outside = { faults, latencyMs: options.latencyMs ?? 0, counts: totals.calls };
  const bury = (letter: DeadLetter): void => void deadLetters.push(letter);

  const kvs = new KvsService(manifest.entities, manifest.scopes.has('storage:app'));
  const invoker = createInvoker({
    manifest,
    app,
    clock,
    state,
    fetch: (scope, ...request) => forgeFetch({ site, manifest, kvs, queue, outside }, scope, ...request),
    onLog: options.onLog,
    onEnd(invocation) {
      invocations.push(invocation);
      for (const listener of listeners) listener(invocation);
    },
  });
  const { consumers, subscriptions, scheduledTriggers: triggers } = manifest;
  const broker = new Broker({ clock, invoker, consumers, deliveries: options.deliveries ?? 1, bury });
  const queue = new QueueService(broker, manifest.functions);
  const events = createEvents({ clock, state, invoker, subscriptions, bury });
  const triggerMinute = options.triggerMinute ?? 0;
  const scheduler = createScheduler({ clock, state, invoker, triggers, triggerMinute });
  const parts = { state, manifest, invoker };
  const invoke = (module: ModuleContext, functionKey: string, payload?: unknown): Promise<unknown> =>
    invokeResolver(parts, module, functionKey, payload);

  site.onExchange(({ points }) => {
    const scope = callingScope();
    if (!scope) return;
    scope.points += points;
    totals.points += points;
  });

  return {
    async install() {
      registerApp(state, manifest);
      state.onEvent(events.publish);
      scheduler.start();
      await events.announce('avi:forge:installed:app', installedPayload(state, manifest));
    },
    invoke,
    callBridge: (module, command, data) => answerBridge({ site, manifest, invoke }, module, command, data),
    fireTrigger: scheduler.fire,
    exportMacro: (moduleKey, payload, accountId = null) =>
      exportDocument(parts, moduleKey, payload, accountId),
    drain: () => clock.settle(),
    invocations,
    onInvocation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stored: (entityName) => storedRows(kvs.store, clock.now(), entityName),
    totals,
    waiting: () => broker.waiting(),
    deadLetters,
  };
}
