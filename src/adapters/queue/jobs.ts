import { Queue } from '@forge/events';
import type { JobKey, Occurrence } from '../../domain/schedule/jobs';
import { AppError } from '../../errors';
import type { JobQueue } from '../../ports/schedule';
import { say } from '../../words';

/** The manifest's queue of each job; every job has its own consumer function and time limit. */
const QUEUE_OF: Readonly<Record<JobKey, string>> = {
  reminders: 'reminders',
  report: 'reports',
  registers: 'registers',
  privacy: 'privacy',
};

/** https://developer.atlassian.com/platform/forge/limits-async-events/ */
const EVENTS_PER_PUSH = 50;

/** Messages carry ids and a version, never data: the consumer reads what is true when it runs. */
export const forgeQueue: JobQueue = {
  async push(job, occurrences, delaySeconds = 0) {
    const queue = new Queue({ key: QUEUE_OF[job] });
    for (let start = 0; start < occurrences.length; start += EVENTS_PER_PUSH) {
      const events = occurrences
        .slice(start, start + EVENTS_PER_PUSH)
        .map((occurrence) => toEvent(occurrence, delaySeconds));
      try {
        await queue.push(events);
      } catch (cause) {
        throw new AppError('UPSTREAM_DOWN', say('problem.queueRefused', { queue: QUEUE_OF[job] }), { cause });
      }
    }
  },
};

const toEvent = ({ id, projectId, period }: Occurrence, delaySeconds: number) => ({
  body: { v: 1, occurrence: id, projectId, period },
  ...(delaySeconds > 0 ? { delayInSeconds: delaySeconds } : {}),
});
