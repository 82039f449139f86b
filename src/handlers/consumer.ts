import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { compose, type Deps } from '../compose';
import type { JobKey } from '../domain/schedule/jobs';
import { isAppError } from '../errors';
import type { RunRecord } from '../ports/schedule';

/** Strict: nobody but our own tick writes to the queue. */
const Message = z.strictObject({
  v: z.literal(1),
  occurrence: z.string(),
  projectId: z.string(),
  period: z.string(),
});
export type Message = z.infer<typeof Message>;

/** What a job tells about its run. */
export interface RunResult {
  readonly sent: number;
  readonly note: string;
}

/** What a failure means for the message. */
export type Decision = { readonly do: 'drop' } | { readonly do: 'retry'; readonly afterSeconds: number };

/** https://developer.atlassian.com/platform/forge/limits-async-events/ */
const MAX_DELAY_SECONDS = 900;
const DOWN_DELAY_SECONDS = 60;

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

/** A consumer of job messages: parse, run one use case, keep the run record, translate the failure. */
export function jobConsumer(
  job: JobKey,
  run: (deps: Deps, message: Message, now: Date) => Promise<RunResult>,
) {
  return async (event: { readonly body: unknown }): Promise<InvocationError | undefined> => {
    const deps = compose();
    const parsed = Message.safeParse(event.body);
    if (!parsed.success) {
      deps.log.error('message rejected', {
        job,
        issues: parsed.error.issues.map(({ path, code }) => ({ path, code })),
      });
      return undefined;
    }
    const message = parsed.data;
    const record = (state: RunRecord['state'], { sent, note }: RunResult): Promise<void> => {
      const { calls, points, byOperation } = deps.meter.usage();
      const { occurrence, projectId } = message;
      return deps.runs.record({
        occurrence,
        job,
        projectId,
        state,
        at: deps.clock.now().toISOString(),
        calls,
        byOperation,
        points,
        sent,
        note,
      });
    };
    try {
      await record('done', await run(deps, message, deps.clock.now()));
      return undefined;
    } catch (error) {
      const decision = decideFailure(error);
      deps.log.error('job failed', {
        job,
        occurrence: message.occurrence,
        decision,
        error: isAppError(error) ? `${error.code}: ${error.message}` : String(error),
      });
      await record(decision.do === 'retry' ? 'queued' : 'failed', {
        sent: 0,
        note: isAppError(error) ? error.message : 'A fault in Docket; see its log.',
      });
      if (decision.do === 'drop') return undefined;
      return new InvocationError({
        retryAfter: decision.afterSeconds,
        retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
      });
    }
  };
}
