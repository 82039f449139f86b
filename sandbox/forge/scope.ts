import { AsyncLocalStorage } from 'node:async_hooks';
import type { __getRuntime } from '@forge/api';
import type { CallKind } from '../faults';
import { InvocationTime } from './virtual-time';

/** What `@forge/api` expects to find in `globalThis.__forge_runtime__`. */
export type ForgeRuntime = ReturnType<typeof __getRuntime>;

/** `globalThis.__forge_fetch__`: `description` says on whose behalf and to which remote. */
export type ForgeFetch = (description: unknown, path: unknown, init: unknown) => Promise<Response>;

/** Counts the pushes of everything that one first invocation set off. */
export interface Lineage {
  pushes: number;
}

export interface ScopeOptions {
  readonly id: string;
  readonly startedAt: number;
  /** The instant that rate limits count it from; later than `startedAt` where the clock stands still. */
  readonly pacedFrom: number;
  readonly limitMs: number;
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly accountId: string | null;
  readonly lineage: Lineage;
  readonly onLog?: (line: string) => void;
}

/** The invocation ran past its limit. */
export class InvocationTimeout extends Error {
  constructor(functionKey: string, limitMs: number) {
    super(`The function ${functionKey} was stopped at its limit of ${limitMs / 1000} s`);
    this.name = 'InvocationTimeout';
  }
}

/** One running invocation: its identity, its time, its counts, and whether it still lives. */
export class Scope {
  readonly time: InvocationTime;
  readonly calls: Partial<Record<CallKind, number>> = {};
  readonly logs: string[] = [];
  points = 0;
  /** Rejects when the invocation is ended from outside. */
  readonly ended: Promise<never>;
  #over = false;
  #reject: (reason: Error) => void = () => undefined;

  constructor(
    readonly options: ScopeOptions,
    readonly fetch: ForgeFetch,
    runtimeOf: (scope: Scope) => ForgeRuntime,
  ) {
    this.time = new InvocationTime(options.limitMs, () =>
      this.end(new InvocationTimeout(options.functionKey, options.limitMs)),
    );
    this.ended = new Promise<never>((_resolve, reject) => {
      this.#reject = reject;
    });
    // The host races this promise; nothing is lost where it never comes to a race.
    this.ended.catch(() => undefined);
    this.runtime = runtimeOf(this);
  }

  readonly runtime: ForgeRuntime;

  /** True once the function has returned or was ended: what it still tries has no effect. */
  get over(): boolean {
    return this.#over;
  }

  /** The instant inside the invocation, epoch milliseconds. */
  now(): number {
    return this.options.startedAt + this.time.elapsedMs;
  }

  log(line: string): void {
    if (this.#over) return;
    this.logs.push(line);
    this.options.onLog?.(line);
  }

  /** Ends the invocation as a dead process ends: no catch and no finally of the app runs any more. */
  end(reason: Error): void {
    this.close();
    this.#reject(reason);
  }

  /** The function has returned; the platform freezes what it left running. */
  close(): void {
    this.#over = true;
    this.time.stop();
  }
}

const storage = new AsyncLocalStorage<{ readonly scope: Scope; readonly side: 'app' | 'platform' }>();

/** The invocation whose code is running now; none while the platform works for it. */
export function currentScope(): Scope | undefined {
  const entry = storage.getStore();
  return entry?.side === 'app' ? entry.scope : undefined;
}

/** The invocation on whose behalf this runs, on either side. */
export function callingScope(): Scope | undefined {
  return storage.getStore()?.scope;
}

export function runAsApp<T>(scope: Scope, work: () => T): T {
  return storage.run({ scope, side: 'app' }, work);
}

/** Runs the platform's own work: it sees the machine's clock and console, and its calls are not the app's. */
export function runAsPlatform<T>(scope: Scope, work: () => T): T {
  return storage.run({ scope, side: 'platform' }, work);
}

/** Runs what has nothing to do with any invocation, such as a test's own code. */
export function runOutside<T>(work: () => T): T {
  return storage.exit(work);
}
