import type { CallKind, FaultEffect, Faults, OutgoingCall } from '../faults';
import { SimulatedCrash } from '../faults';
import { USUAL_CALL_MS } from './limits';
import { runAsPlatform, runOutside, type Scope } from './scope';

/** What each call that leaves an invocation shares: faults, latency, and the counts since the start. */
export interface Outside {
  readonly faults: Faults;
  readonly latencyMs: number;
  /** Calls by `kind operation`. */
  readonly counts: Record<string, number>;
}

export interface Departure {
  readonly kind: CallKind;
  readonly operation: string;
  /** What the platform does; `pacedAt` is the instant that rate limits count it at. */
  readonly effect: (pacedAt: number) => Promise<Response> | Response;
  /** The same for the first half of a batch; absent for what is done whole or not at all. */
  readonly half?: (pacedAt: number) => Promise<Response> | Response;
  /** What the platform answers where a fault gives the call a status of its own. */
  readonly refusal: (status: number, headers: Record<string, string>) => Response;
}

/** A dead process waits for nothing, and nothing reaches it any more. */
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * Takes one call out of the invocation: latency, then faults before the effect, the effect, faults after it. An
 * invocation that has ended has no effects and hears of none.
 */
export async function depart(outside: Outside, scope: Scope, departure: Departure): Promise<Response> {
  if (scope.over) return never();
  const call = count(outside, scope, departure);
  const struck = outside.faults.strike(call);
  const begunMs = scope.time.pacedMs;
  const latency = struck.reduce(
    (sum, effect) => sum + (effect.type === 'latency' ? effect.milliseconds : 0),
    outside.latencyMs,
  );
  if (latency > 0) await scope.time.wait(latency);
  const refusal = await strikeBefore(scope, call, struck, departure);
  if (scope.over) return never();
  const run = (effect: Departure['effect']): Promise<Response> =>
    scope.time.hold(() => runAsPlatform(scope, () => effect(scope.options.pacedFrom + begunMs)));
  if (struck.some((effect) => effect.type === 'crash' && effect.when === 'halfway')) {
    if (departure.half) await run(departure.half);
    scope.end(new SimulatedCrash(call, 'halfway'));
    return never();
  }
  const response = refusal ?? withHeaders(await run(departure.effect), struck);
  scope.time.pace(begunMs, USUAL_CALL_MS);
  const lost = await strikeAfter(scope, call, struck, departure);
  return scope.over ? never() : (lost ?? response);
}

function withHeaders(response: Response, struck: readonly FaultEffect[]): Response {
  for (const effect of struck)
    if (effect.type === 'headers')
      for (const [name, value] of Object.entries(effect.headers)) response.headers.set(name, value);
  return response;
}

function count(outside: Outside, scope: Scope, { kind, operation }: Departure): OutgoingCall {
  const name = `${kind} ${operation}`;
  outside.counts[name] = (outside.counts[name] ?? 0) + 1;
  scope.calls[kind] = (scope.calls[kind] ?? 0) + 1;
  return outside.faults.begin(kind, operation);
}

async function strikeBefore(
  scope: Scope,
  call: OutgoingCall,
  struck: readonly FaultEffect[],
  departure: Departure,
): Promise<Response | undefined> {
  for (const effect of struck) {
    if (effect.type === 'run' && effect.when === 'before') await outsideOf(scope, effect.task);
    if (effect.type === 'crash' && effect.when === 'before') scope.end(new SimulatedCrash(call, effect.when));
    if (scope.over) return undefined;
    // As undici words a connection that never was.
    if (effect.type === 'network' && effect.when !== 'after') throw new TypeError('fetch failed');
    if (effect.type === 'status' && effect.when !== 'after') return refuse(departure, effect);
  }
  return undefined;
}

/** @returns what the app hears in place of the answer, if anything. */
async function strikeAfter(
  scope: Scope,
  call: OutgoingCall,
  struck: readonly FaultEffect[],
  departure: Departure,
): Promise<Response | undefined> {
  for (const effect of struck) {
    if (effect.type === 'run' && effect.when === 'after') await outsideOf(scope, effect.task);
    if (effect.type === 'crash' && effect.when === 'after') scope.end(new SimulatedCrash(call, effect.when));
    if (scope.over) return undefined;
    if (effect.type === 'network' && effect.when === 'after') throw new TypeError('fetch failed');
    if (effect.type === 'status' && effect.when === 'after') return refuse(departure, effect);
  }
  return undefined;
}

function refuse(departure: Departure, effect: Extract<FaultEffect, { type: 'status' }>): Response {
  const after = effect.retryAfterSeconds;
  return departure.refusal(effect.status, after === undefined ? {} : { 'retry-after': String(after) });
}

const outsideOf = (scope: Scope, task: () => Promise<void> | void): Promise<void> =>
  scope.time.hold(() => runOutside(task));
