import type { CallKind } from '../faults';

/** The app's exports by name, as `src/index.ts` or a deployed bundle gives them. */
export type AppModule = Readonly<Record<string, unknown>>;

export type Outcome = 'ok' | 'error' | 'timeout' | 'crash' | 'retry';

/** One invocation of a function, for the log, the tests and the bench. */
export interface Invocation {
  readonly id: string;
  readonly moduleType: string;
  readonly moduleKey: string;
  readonly functionKey: string;
  /** The resolver definition that was called, where the function is a resolver. */
  readonly definition?: string;
  /** Sandbox instant of the start, epoch milliseconds. */
  readonly startedAt: number;
  /** Simulated milliseconds: latency of calls and waiting, not the machine's own speed. */
  readonly elapsedMs: number;
  readonly limitMs: number;
  readonly outcome: Outcome;
  readonly error?: string;
  readonly calls: Readonly<Partial<Record<CallKind, number>>>;
  /** Jira and Confluence points of this invocation. */
  readonly points: number;
  /** What the app logged, a line each. */
  readonly logs: readonly string[];
}

/** What a UI module's resolver call carries besides the payload: who looks, and where the module stands. */
export interface ModuleContext {
  readonly moduleKey: string;
  /** The account that looks; `null` for an anonymous viewer. */
  readonly accountId: string | null;
  /** The trusted `context.extension`, for example `{ type: 'jira:projectPage', project: { id, key, type } }`. */
  readonly extension: Readonly<Record<string, unknown>>;
}

export interface KvsRow {
  readonly key: string;
  readonly entityName: string | null;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
}

export interface Host {
  /** Starts the scheduled triggers and delivers `avi:forge:installed:app`. Nothing else happens until the clock moves. */
  install(): Promise<void>;
  /** Calls a resolver definition as the bridge would. @throws what the app throws, or an Error for time-out and crash. */
  invoke(module: ModuleContext, functionKey: string, payload?: unknown): Promise<unknown>;
  /**
   * Does what a Custom UI module asks of the platform over `__bridge`: `invoke`, `getContext`, `fetchProduct`. Every other
   * command is the page's own. @throws Error for those, and whatever the app throws.
   */
  callBridge(module: ModuleContext, command: string, data?: unknown): Promise<unknown>;
  /** Fires a scheduled trigger now, besides its schedule: a late, doubled or extra run. */
  fireTrigger(moduleKey: string): Promise<Invocation>;
  /** Asks a macro for its export document; whether the platform says who exports is not documented. */
  exportMacro(moduleKey: string, payload: unknown, accountId?: string | null): Promise<unknown>;
  /** Runs queued events and product events that are due now, until none is left. */
  drain(): Promise<void>;
  readonly invocations: readonly Invocation[];
  onInvocation(listener: (invocation: Invocation) => void): () => void;
  /** What storage holds, for assertions and for the front door; expired rows are left out. */
  stored(entityName?: string): KvsRow[];
  /** Counts since the start; calls by kind and operation: `jira addComment`, `kvs entity/set`, `queue publish`. */
  readonly totals: { readonly points: number; readonly calls: Readonly<Record<string, number>> };
  /** Events that are queued and not dealt with yet, by queue. */
  waiting(): Readonly<Record<string, number>>;
  /** Events that were given up, with the reason; product events name `trigger <key>` as their queue. */
  readonly deadLetters: readonly { readonly queue: string; readonly body: unknown; readonly why: string }[];
}

/** Switches of the host that a test or the bench sets. */
export interface HostOptions {
  /** Simulated milliseconds added to each outgoing call. */
  readonly latencyMs?: number;
  /** Minutes past the hour at which the hourly trigger fires. */
  readonly triggerMinute?: number;
  /** Deliver each queued event this many times. */
  readonly deliveries?: number;
  readonly onLog?: (line: string) => void;
}
