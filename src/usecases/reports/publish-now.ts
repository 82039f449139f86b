import { localDate } from '../../domain/calendar';
import { isReviewed, periodAt, stepsOf } from '../../domain/reports';
import { AppError } from '../../errors';
import type { ReportRow } from '../../ports/reports';
import { say } from '../../words';
import { type ActDeps, type Actor, mayReview } from './act';
import { configOf } from './deps';
import { groundOf } from './ground';
import { lookAgain } from './look-again';
import { keyOf, newRow } from './rows';
import { release } from './steps';
import { tell } from './tell';

/**
 * Publishes a report before its time: that of the period that it is now where none is named. A reviewed one needs its
 * approval first; one that is out stays as it is.
 *
 * @throws AppError FORBIDDEN, CONFLICT where it waits for its reviewers; BAD_INPUT where space or parent is missing.
 */
export async function publishNow(
  deps: ActDeps,
  { projectId, label }: { readonly projectId: string; readonly label: string | null },
  actor: Actor,
): Promise<ReportRow> {
  const config = await configOf(deps, projectId);
  if (!(await actor.administers()) && !(await mayReview(config.reporting, actor)))
    throw new AppError('FORBIDDEN', say('problem.publishForAdmins'));
  const now = deps.clock.now();
  const ground = await groundOf(deps, config, now);
  const { reporting, zone } = config;
  const current = periodAt(localDate(now, zone), reporting.calendar);
  const kept = await deps.reports.read(projectId, label ?? current.label);
  if (!kept && label !== null && label !== current.label)
    throw new AppError('NOT_FOUND', say('problem.noReport', { label }));
  const row =
    kept ??
    newRow(projectId, current, stepsOf(current, reporting.calendar, zone, ground.working), reporting, now);
  const { state } = row.report;
  if (isReviewed(reporting) && state !== 'approved' && state !== 'published')
    throw new AppError('CONFLICT', say('problem.reviewFirst'));
  if (state !== 'published' || !row.told) await lookAgain(deps, keyOf(row.report), 'publication');
  const released = await release(deps, ground, row);
  return tell(deps, ground, released.row);
}
