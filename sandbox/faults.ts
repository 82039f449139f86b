/**
 * Fault switches: what may go wrong between the app and the platform, turned on by a test or from the front door.
 * Every call that leaves an invocation (product, storage, queue) asks here before and after its effect.
 */
export type CallKind = 'jira' | 'confluence' | 'kvs' | 'queue' | 'privacy';

/** One outgoing call. `operation` is the operation's id (`addComment`) or the storage path (`entity/set`). */
export interface OutgoingCall {
  readonly kind: CallKind;
  readonly operation: string;
  /** Counts all outgoing calls since the last `reset`, from 1. */
  readonly number: number;
}

export type FaultEffect =
  | { readonly type: 'latency'; readonly milliseconds: number }
  /** Answers with this status in place of the effect, or, where `when` is `after`, in place of the effect's own answer. */
  | {
      readonly type: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly when?: 'before' | 'after';
    }
  /** The request never reaches the product, or, where `when` is `after`, its answer never reaches the app. */
  | { readonly type: 'network'; readonly when?: 'before' | 'after' }
  /**
   * The process dies: before the effect happened, after the first half of a batch, or after all of it and before the
   * app hears of it.
   */
  | { readonly type: 'crash'; readonly when: 'before' | 'halfway' | 'after' }
  /** The effect's own answer carries these headers as well. */
  | { readonly type: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /** Runs test code in the gap, for example to change the world between two calls. */
  | { readonly type: 'run'; readonly when: 'before' | 'after'; readonly task: () => Promise<void> | void };

export interface Fault {
  readonly effect: FaultEffect;
  /** Which calls it strikes; all where absent. */
  readonly matches?: (call: OutgoingCall) => boolean;
  /** How many times it strikes before it is spent; without end where absent. */
  readonly times?: number;
}

/** Thrown into the invocation by a crash fault; the host ends the invocation as a dead process would end. */
export class SimulatedCrash extends Error {
  constructor(call: OutgoingCall, when: 'before' | 'halfway' | 'after') {
    super(`Simulated crash ${when} call ${call.number} (${call.kind} ${call.operation})`);
    this.name = 'SimulatedCrash';
  }
}

export interface Faults {
  /** Adds a fault; the returned function removes it. */
  add(fault: Fault): () => void;
  /** Removes every fault and restarts the call count. */
  reset(): void;
  /** Registers a call and returns it with its number. */
  begin(kind: CallKind, operation: string): OutgoingCall;
  /** The faults that strike this call now, in the order they were added; uses up their `times`. */
  strike(call: OutgoingCall): FaultEffect[];
  readonly calls: number;
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  let calls = 0;
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Infinity };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    reset() {
      active = [];
      calls = 0;
    },
    begin: (kind, operation) => ({ kind, operation, number: ++calls }),
    strike(call) {
      const struck = active.filter(({ fault, left }) => left > 0 && (fault.matches?.(call) ?? true));
      for (const entry of struck) entry.left -= 1;
      active = active.filter(({ left }) => left > 0);
      return struck.map(({ fault }) => fault.effect);
    },
    get calls() {
      return calls;
    },
  };
}
