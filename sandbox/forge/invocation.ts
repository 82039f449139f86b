import type { SandboxClock } from '../clock';
import { SimulatedCrash } from '../faults';
import type { SiteState } from '../site/state';
import { invocationContext, runtimeOf } from './environment';
import { createUuids } from './ids';
import { limitMsOf } from './limits';
import type { ForgeManifest } from './manifest';
import { isRetryRequest } from './retry';
import { PeopleTime } from './people-time';
import { InvocationTimeout, type Lineage, runAsApp, Scope } from './scope';
import type { AppModule, Invocation, Outcome } from './types';

export interface InvocationRequest {
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly functionKey: string;
  /** The resolver definition that is called, where it is one. */
  readonly definition?: string;
  readonly accountId: string | null;
  readonly payload: unknown;
  /** Carried from the invocation that set this one off. */
  readonly lineage?: Lineage;
}

export interface InvocationResult {
  readonly record: Invocation;
  readonly settled:
    { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };
}

export interface InvokerParts {
  readonly manifest: ForgeManifest;
  readonly app: AppModule;
  readonly clock: SandboxClock;
  readonly state: SiteState;
  readonly fetch: (scope: Scope, description: unknown, path: unknown, init: unknown) => Promise<Response>;
  readonly onLog: ((line: string) => void) | undefined;
  readonly onEnd: (invocation: Invocation) => void;
}

/** Runs functions of the app, one invocation each. It never rejects: how an invocation ended is in its record. */
export interface Invoker {
  run(request: InvocationRequest): Promise<InvocationResult>;
}

type Handler = (payload: unknown, context: unknown) => unknown;

export function createInvoker(parts: InvokerParts): Invoker {
  const { manifest, app, clock, state } = parts;
  const nextId = createUuids(0xd0c);
  const people = new PeopleTime();

  return {
    async run(request) {
      const fn = manifest.functions.get(request.functionKey);
      if (!fn) throw new Error(`The manifest has no function ${request.functionKey}.`);
      const handler = app[fn.exportName] as Handler;
      const startedAt = clock.now();
      const pacedFrom = request.accountId === null ? startedAt : people.next(startedAt);
      const scope: Scope = new Scope(
        {
          id: nextId(),
          startedAt,
          pacedFrom,
          limitMs: limitMsOf(request.moduleType, fn.timeoutSeconds),
          moduleType: request.moduleType,
          moduleKey: request.moduleKey,
          functionKey: request.functionKey,
          accountId: request.accountId,
          lineage: request.lineage ?? { pushes: 0 },
          ...(parts.onLog ? { onLog: parts.onLog } : {}),
        },
        (description, path, init) => parts.fetch(scope, description, path, init),
        (own) => runtimeOf(manifest, state, own),
      );
      const settled = await settle(scope, () =>
        handler(jsonCopy(request.payload), invocationContext(state, request.accountId)),
      );
      if (request.accountId !== null) people.worked(pacedFrom + scope.time.pacedMs);
      const record = recordOf(scope, request, settled);
      parts.onEnd(record);
      return { record, settled };
    },
  };
}

async function settle(scope: Scope, call: () => unknown): Promise<InvocationResult['settled']> {
  try {
    const running = runAsApp(scope, async () => call());
    return { ok: true, value: await Promise.race([running, scope.ended]) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    scope.close();
  }
}

function recordOf(
  scope: Scope,
  request: InvocationRequest,
  settled: InvocationResult['settled'],
): Invocation {
  const { id, moduleType, moduleKey, functionKey, startedAt, limitMs } = scope.options;
  return {
    id,
    moduleType,
    moduleKey,
    functionKey,
    ...(request.definition === undefined ? {} : { definition: request.definition }),
    startedAt,
    elapsedMs: scope.time.elapsedMs,
    limitMs,
    outcome: outcomeOf(settled),
    ...(settled.ok ? {} : { error: describe(settled.error) }),
    calls: scope.calls,
    points: scope.points,
    logs: scope.logs,
  };
}

function outcomeOf(settled: InvocationResult['settled']): Outcome {
  if (settled.ok) return isRetryRequest(settled.value) ? 'retry' : 'ok';
  if (settled.error instanceof InvocationTimeout) return 'timeout';
  return settled.error instanceof SimulatedCrash ? 'crash' : 'error';
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** What crosses the edge of an invocation crosses it as JSON; what is absent stays absent. */
export function jsonCopy(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}
