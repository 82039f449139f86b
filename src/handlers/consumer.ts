import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { compose, type Deps } from '../compose';
import type { JobKey } from '../domain/schedule/jobs';
import { type RunResult, runJob } from '../usecases/jobs/run-job';
import { isLicensed } from './licence';

/** Strict: nobody but our own tick writes to the queue. */
const Message = z.strictObject({
  v: z.literal(1),
  occurrence: z.string(),
  projectId: z.string(),
  period: z.string(),
});
export type Message = z.infer<typeof Message>;

/** How the platform delivers it: https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const Delivery = z.object({ retryContext: z.object({ retryCount: z.int() }).nullish() });

/** A consumer of job messages: parse, run one use case, translate what has to come back. */
export function jobConsumer(
  job: JobKey,
  run: (deps: Deps, message: Message, now: Date) => Promise<RunResult>,
) {
  return async (
    event: { readonly body: unknown },
    context: unknown,
  ): Promise<InvocationError | undefined> => {
    const deps = compose();
    const parsed = Message.safeParse(event.body);
    if (!parsed.success) {
      deps.log.error('message rejected', {
        job,
        issues: parsed.error.issues.map(({ path, code }) => ({ path, code })),
      });
      return undefined;
    }
    const { occurrence: id, projectId, period } = parsed.data;
    const delivery = {
      retries: Delivery.safeParse(event).data?.retryContext?.retryCount ?? 0,
      isLicensed: isLicensed(context),
    };
    const again = await runJob(deps, { id, job, projectId, period }, delivery, (now) =>
      run(deps, parsed.data, now),
    );
    if (again === null) return undefined;
    return new InvocationError({
      retryAfter: again.afterSeconds,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  };
}
