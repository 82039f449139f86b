import { type Occurrence, workOf } from '../../domain/schedule/jobs';
import { isAppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { DeadLetter, DeadLetters } from '../../ports/dead-letters';
import type { Ids } from '../../ports/ids';
import type { Log } from '../../ports/log';
import type { Meter } from '../../ports/meter';
import type { Deferred, LeftOut, RunRecord, Runs } from '../../ports/schedule';
import { say, type Text } from '../../words';

/** What a job tells about its run. */
export interface RunResult {
  readonly sent: number;
  readonly note: Text;
  readonly deferred?: Deferred | null;
  readonly leftOut?: readonly LeftOut[];
}

/** What a failure means for the message. */
export type Decision = { readonly do: 'drop' } | { readonly do: 'retry'; readonly afterSeconds: number };

export interface RunJobDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly log: Log;
  readonly meter: Meter;
  readonly runs: Pick<Runs, 'record'>;
  readonly deadLetters: Pick<DeadLetters, 'bury' | 'forget'>;
}

/** How a message came to the job. */
export interface Delivery {
  /** How often the platform has brought it back; 0 for the first time. */
  readonly retries: number;
  readonly isLicensed: boolean;
}

/** https://developer.atlassian.com/platform/forge/limits-async-events/ */
const MAX_DELAY_SECONDS = 900;
const DOWN_DELAY_SECONDS = 60;
/**
 * How often a failed message comes back. The documents say four times in one place and for a day in another: after the
 * fourth the work counts as given up, and stops to count so if a later one does it.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
const MAX_RETRIES = 4;

/** The platform's troubles pass, our own faults and refusals do not. */
export function decideFailure(error: unknown): Decision {
  if (isAppError(error, 'RATE_LIMITED'))
    return {
      do: 'retry',
      afterSeconds: Math.min(error.retryAfterSeconds ?? MAX_DELAY_SECONDS, MAX_DELAY_SECONDS),
    };
  if (isAppError(error, 'UPSTREAM_DOWN')) return { do: 'retry', afterSeconds: DOWN_DELAY_SECONDS };
  return { do: 'drop' };
}

/**
 * Runs one occurrence of a job, and keeps what became of it. Work that is given up leaves a dead letter, also where
 * the process dies on the last attempt; the letter goes away with the run that does the work.
 *
 * @returns when the message has to come back; `null` where it is done with.
 */
export async function runJob(
  deps: RunJobDeps,
  occurrence: Occurrence,
  { retries, isLicensed }: Delivery,
  work: (now: Date) => Promise<RunResult>,
): Promise<{ readonly afterSeconds: number } | null> {
  const { clock, log, deadLetters } = deps;
  const startedAt = clock.now();
  const record = (state: RunRecord['state'], result: RunResult): Promise<void> =>
    deps.runs.record(recordOf(deps, occurrence, startedAt, state, result));
  if (!isLicensed) {
    await record('failed', { sent: 0, note: say('admin.noLicence') });
    return null;
  }
  const isLast = retries >= MAX_RETRIES;
  const bury = (cause: Text): Promise<void> => deadLetters.bury(letterOf(deps, occurrence, cause));
  // Nobody hears of a process that dies now: the letter stands before.
  if (isLast) await bury(say('admin.died'));
  try {
    const result = await work(startedAt);
    await deadLetters.forget(workOf(occurrence));
    await record('done', result);
    return null;
  } catch (error) {
    const decision = decideFailure(error);
    const { job, id } = occurrence;
    log.error('job failed', {
      job,
      occurrence: id,
      decision,
      error: isAppError(error) ? `${error.code}: ${error.message}` : String(error),
    });
    const cause = isAppError(error) ? error.words : say('admin.fault');
    if (decision.do === 'drop' || isLast) await bury(cause);
    if (decision.do === 'drop') {
      await record('failed', { sent: 0, note: cause });
      return null;
    }
    const { afterSeconds } = decision;
    const until = new Date(clock.now().getTime() + afterSeconds * 1000).toISOString();
    const deferred = isLast ? null : { reason: 'platform' as const, until };
    await record(isLast ? 'failed' : 'queued', { sent: 0, note: cause, deferred });
    return { afterSeconds };
  }
}

function recordOf(
  { clock, meter }: Pick<RunJobDeps, 'clock' | 'meter'>,
  { id, job, projectId }: Occurrence,
  startedAt: Date,
  state: RunRecord['state'],
  { sent, note, deferred = null, leftOut = [] }: RunResult,
): RunRecord {
  const { calls, points, byOperation } = meter.usage();
  const now = clock.now();
  return {
    occurrence: id,
    job,
    projectId,
    state,
    at: now.toISOString(),
    tookMs: now.getTime() - startedAt.getTime(),
    calls,
    byOperation,
    points,
    sent,
    note,
    deferred,
    leftOut,
  };
}

function letterOf(
  { clock, ids }: Pick<RunJobDeps, 'clock' | 'ids'>,
  occurrence: Occurrence,
  cause: Text,
): DeadLetter {
  const { id, job, projectId, period } = occurrence;
  return {
    work: workOf(occurrence),
    job,
    occurrence: id,
    projectId,
    period,
    cause,
    at: clock.now().toISOString(),
    state: 'open',
    handled: null,
    writer: ids.next(),
  };
}
