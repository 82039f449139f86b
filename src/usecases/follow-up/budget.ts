import type { FollowUpDeps } from './deps';

/** What one run may use up before it leaves the rest to the next. */
export interface RunLimits {
  /** Milliseconds; the run stops between pages. */
  readonly time: number;
  /** Points of Jira and Confluence in one UTC hour, all runs together. */
  readonly pointsAnHour: number;
}

/** Why a run ends before its end; `null`: it does not. */
export type Stop = 'time' | 'points' | 'near-limit' | null;

export interface Budget {
  /** Why no further page may begin, if so. */
  readonly exceeded: () => Stop;
  /** Adds what the run has used to what its hour has used. */
  readonly close: () => Promise<void>;
}

/** Fewer points than this are not worth beginning another page for. */
const PAGE_POINTS = 100;

export async function budgetOf(
  { clock, meter, progress }: Pick<FollowUpDeps, 'clock' | 'meter' | 'progress'>,
  limits: RunLimits,
  startedAt: Date,
): Promise<Budget> {
  const hour = startedAt.toISOString().slice(0, 13);
  const usedBefore = await progress.pointsUsed(hour);
  return {
    exceeded() {
      if (clock.now().getTime() - startedAt.getTime() > limits.time) return 'time';
      const { points, isNearLimit } = meter.usage();
      if (usedBefore + points + PAGE_POINTS > limits.pointsAnHour) return 'points';
      return isNearLimit ? 'near-limit' : null;
    },
    close: () => progress.addPoints(hour, meter.usage().points),
  };
}
