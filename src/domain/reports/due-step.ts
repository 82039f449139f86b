import type { Report } from './report';
import type { Steps } from './period';

export type DueStep = 'ask' | 'cut-off' | 'publish';

/** Later than this a step is worth less than the next report's: it is left out, and said to be. */
export const STEP_WINDOW_MS = 2 * 86_400_000;

/**
 * What is to be done about a period's report at `now`, if anything: the earliest step that is due and not done. A step
 * that nobody began in time is passed over; a report that was begun is brought to its end.
 */
export function dueStep(
  report: Pick<Report, 'state'> | null,
  steps: Steps,
  isReviewed: boolean,
  now: Date,
): DueStep | null {
  const isDue = (at: Date | null): boolean =>
    at !== null && at <= now && now.getTime() - at.getTime() < STEP_WINDOW_MS;
  switch (report?.state) {
    case undefined:
      if (isDue(steps.publish)) return 'publish';
      if (isDue(steps.cutOff)) return 'cut-off';
      return isDue(steps.ask) ? 'ask' : null;
    case 'collecting':
      return steps.cutOff <= now ? 'cut-off' : null;
    // Reviewers may be named, or taken away, while the report is under way.
    case 'draft':
      if (isReviewed) return 'cut-off';
      return steps.publish <= now ? 'publish' : null;
    case 'in-review':
      return !isReviewed && steps.publish <= now ? 'publish' : null;
    case 'approved':
      return steps.publish <= now ? 'publish' : null;
    default:
      return null;
  }
}
