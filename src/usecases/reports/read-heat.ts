import { type HeatMapAt, isSamePlane, type RegisterSnapshot, risk } from '../../domain/registers';
import type { RegisterSnapshots } from '../../ports/register-snapshots';

/** Weeks looked back for the maps of the last report and of the one before: a quarter. */
const MOST_WEEKS = 14;

/** The weekly snapshots of the risk register, newest first. */
export const recentRisks = (
  { snapshots }: { readonly snapshots: Pick<RegisterSnapshots, 'recent'> },
  projectId: string,
): Promise<RegisterSnapshot[]> => snapshots.recent(projectId, risk.kind, MOST_WEEKS);

/**
 * The heat map of the week of a report, held against that of the week of the report before. Registers are kept when a
 * week begins, reports are made at its end.
 *
 * @param recent newest first
 * @returns `null` where there was none then, as before registers were kept with their maps
 */
export function heatOfReport(
  recent: readonly RegisterSnapshot[],
  report: { readonly asOf: string },
  previous: { readonly asOf: string } | null,
): HeatMapAt | null {
  const now = keptBy(recent, report.asOf);
  if (now === null) return null;
  const before = previous && keptBy(recent, previous.asOf);
  return before && isSamePlane(now, before)
    ? { ...now, before: { asOf: before.asOf, counts: before.counts } }
    : now;
}

/** The latest that was taken by then. */
function keptBy(recent: readonly RegisterSnapshot[], instant: string): HeatMapAt | null {
  const found = recent.find(({ takenAt }) => Date.parse(takenAt) <= Date.parse(instant));
  return found?.heat ? { ...found.heat, asOf: found.takenAt, before: null } : null;
}
