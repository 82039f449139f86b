import type { Report } from './report';
import type { Steps } from './period';

export type DueStep = 'ask' | 'cut-off' | 'publish';

/** Later than this a step is worth less than the next report's: it is left out, and said to be. */
export const STEP_WINDOW_MS = 2 * 86_400_000;

/**
 * What is to be done about a period's report at `now`, if anything: the earliest step that is due and not done. A step
 * that was missed for too long is passed over.
 */
export function dueStep(report: Pick<Report, 'state'> | null, steps: Steps, now: Date): DueStep | null {
  const isDue = (at: Date | null): boolean =>
    at !== null && at <= now && now.getTime() - at.getTime() < STEP_WINDOW_MS;
  if (report === null) {
    if (isDue(steps.cutOff)) return 'cut-off';
    if (isDue(steps.ask)) return 'ask';
    return isDue(steps.publish) ? 'publish' : null;
  }
  if (report.state === 'collecting') return steps.cutOff <= now ? 'cut-off' : null;
  if (report.state === 'approved') return steps.publish <= now ? 'publish' : null;
  return null;
}
