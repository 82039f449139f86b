import type { StatusPoint, StatusView } from '../../contract/status';
import type { HeatMapAt } from '../../domain/registers';
import { deltaOf, type Delta, Dimension, lengthOf, shownColour, type Snapshot } from '../../domain/status';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import type { RememberedPage, ReportRow, Reports } from '../../ports/reports';
import { heatOfReport, recentRisks } from './read-heat';
import { recalled, say, type Worded } from '../../words';

interface Asked {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
}

interface Published {
  readonly snapshot: Snapshot;
  readonly previous: Snapshot | null;
  readonly page: RememberedPage | null;
}

/** What was published, newest first. */
const publishedAmong = (rows: readonly ReportRow[]): Published[] =>
  rows.flatMap(({ snapshot, previous, page }) =>
    snapshot ? [{ snapshot, previous: previous?.snapshot ?? null, page }] : [],
  );

/** Half a year of weeks: what a picture can show. */
const MOST_POINTS = 26;

/** What was published, report by report, oldest first. */
export async function readHistory(
  { reports }: { readonly reports: Pick<Reports, 'newest'> },
  projectId: string,
): Promise<StatusPoint[]> {
  return historyOf(await reports.newest(projectId, MOST_POINTS));
}

export interface CourseDeps {
  readonly reports: Pick<Reports, 'newest'>;
  readonly snapshots: Pick<RegisterSnapshots, 'recent'>;
}

/** The last published status, the course of those before it, and the risks of its week: two queries of storage. */
export async function readCourse(
  deps: CourseDeps,
  { project }: Asked,
): Promise<{ status: Worded<StatusView> | null; history: StatusPoint[]; heat: HeatMapAt | null }> {
  const [rows, risks] = await Promise.all([
    deps.reports.newest(project.id, MOST_POINTS),
    recentRisks(deps, project.id),
  ]);
  const [last] = publishedAmong(rows);
  return {
    status: last ? statusView(project, last) : null,
    history: historyOf(rows),
    heat: last ? heatOfReport(risks, last.snapshot, last.previous) : null,
  };
}

/** The published ones of reports that come newest first, as points of pictures, oldest first. */
export const historyOf = (rows: readonly Pick<ReportRow, 'snapshot'>[]): StatusPoint[] =>
  rows.flatMap(({ snapshot }) => (snapshot ? [pointOf(snapshot)] : [])).reverse();

function pointOf(snapshot: Snapshot): StatusPoint {
  const { figures, milestones } = snapshot;
  const { open, opened, resolved, overdueTo5, overdueTo20, overdueOver20, risksAmber, risksRed } = figures;
  const isAged = overdueTo5 !== null && overdueTo20 !== null && overdueOver20 !== null;
  return {
    label: snapshot.week,
    asOf: snapshot.asOf,
    rag: snapshot.rag,
    dimensions: Dimension.options.map((dimension) => ({ dimension, rag: shownColour(snapshot, dimension) })),
    open,
    opened,
    resolved,
    ageing: isAged ? { to5: overdueTo5, to20: overdueTo20, over20: overdueOver20 } : null,
    risks: risksAmber !== null && risksRed !== null ? { amber: risksAmber, red: risksRed } : null,
    milestones: milestones.flatMap(({ id, name, date, released }) =>
      date === null ? [] : [{ id, name, date, released }],
    ),
  };
}

/** The last published snapshot with its change, its risks and those before it, for an export; null where there is none. */
export async function readSnapshot(
  deps: CourseDeps,
  { project }: Asked,
): Promise<{
  snapshot: Snapshot;
  delta: Delta | null;
  history: readonly Snapshot[];
  heat: HeatMapAt | null;
} | null> {
  const [rows, risks] = await Promise.all([
    deps.reports.newest(project.id, MOST_POINTS),
    recentRisks(deps, project.id),
  ]);
  const all = publishedAmong(rows);
  const [last] = all;
  if (!last) return null;
  const { snapshot, previous } = last;
  return {
    snapshot,
    delta: previous && deltaOf(snapshot, previous),
    history: all.map((one) => one.snapshot),
    heat: heatOfReport(risks, snapshot, previous),
  };
}

/** A report as the project page and the macro show it. */
function statusView(
  project: { readonly key: string; readonly name: string },
  { snapshot, previous, page }: Published,
): Worded<StatusView> {
  const { open, overdue, opened, resolved, dueNextWeek } = snapshot.figures;
  return {
    projectKey: project.key,
    projectName: project.name,
    week: snapshot.week,
    length: lengthOf({ label: snapshot.week }),
    asOf: snapshot.asOf,
    rag: snapshot.rag,
    reasons: snapshot.reasons.map(({ dimension, rag, text, said }) =>
      say('status.reason.line', {
        dimension: say(`status.dimension.${dimension}`),
        colour: say(`status.colour.${rag ?? 'unknown'}`),
        text: recalled(text, said),
      }),
    ),
    figures: { opened, resolved, open, overdue, dueNextWeek },
    change: previous && { ...deltaOf(snapshot, previous).figures },
    page:
      page?.id && page.url !== null
        ? { id: page.id, title: page.title, url: page.url, version: page.version }
        : null,
  };
}
