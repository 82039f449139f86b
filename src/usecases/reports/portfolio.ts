import type { Portfolio, PortfolioLine } from '../../contract/portfolio';
import { localDate } from '../../domain/calendar';
import { periodAt, periodBefore, stepsOf } from '../../domain/reports';
import { deltaOf, Dimension, shownColour, type Snapshot } from '../../domain/status';
import type { Projects as VisibleProjects } from '../../ports/access';
import type { Holidays } from '../../ports/holidays';
import type { ProjectConfig, Projects } from '../../ports/projects';
import type { ReportRow, Reports } from '../../ports/reports';
import { inParallel } from '../parallel';
import { policyOf } from '../policy-of';

export interface PortfolioDeps {
  readonly projects: Pick<Projects, 'enabled'>;
  readonly reports: Pick<Reports, 'newest'>;
  readonly holidays: Pick<Holidays, 'of'>;
  /** With the rights of whoever looks. */
  readonly visible: VisibleProjects;
}

const READS = 8;
/** Enough to find a published report among those that are under way. */
const MOST_BACK = 6;

/**
 * The last published report of every project that reports and that the viewer may browse: what is missing and what is
 * worst first. One question to Jira, whatever the number of projects.
 */
export async function readPortfolio(deps: PortfolioDeps, now: Date): Promise<Portfolio> {
  const configs = (await deps.projects.enabled()).filter(({ report }) => report.enabled);
  const visible = await deps.visible.among(configs.map(({ projectId }) => projectId));
  const seen = configs.flatMap((config) => {
    const project = visible.get(config.projectId);
    return project ? [{ config, project }] : [];
  });
  const lines = await inParallel(seen, READS, async ({ config, project }) => {
    const rows = await deps.reports.newest(config.projectId, MOST_BACK);
    const expected = await expectedLabel(deps.holidays, config, now);
    return lineOf(project, rows, expected);
  });
  return { projects: lines.toSorted(worseFirst), totals: totalsOf(lines) };
}

/** The newest period whose report should be out by now, unless it began before Docket was switched on. */
async function expectedLabel(
  holidays: Pick<Holidays, 'of'>,
  config: ProjectConfig,
  now: Date,
): Promise<{ label: string; start: string } | null> {
  const { calendar } = config.reporting;
  const { calendar: working } = await policyOf(holidays, config, now);
  const current = periodAt(localDate(now, config.zone), calendar);
  const isOut = (period: typeof current) => stepsOf(period, calendar, config.zone, working).publish <= now;
  const before = periodBefore(current, calendar);
  const period = [current, before, periodBefore(before, calendar)].find(isOut);
  if (!period || config.switchedOnAt === null) return null;
  return stepsOf(period, calendar, config.zone, working).publish >= new Date(config.switchedOnAt)
    ? period
    : null;
}

function lineOf(
  project: { readonly key: string; readonly name: string },
  rows: readonly ReportRow[],
  expected: { readonly label: string; readonly start: string } | null,
): PortfolioLine {
  const out = rows.find(({ snapshot }) => snapshot !== null);
  const snapshot = out?.snapshot ?? null;
  return {
    projectKey: project.key,
    projectName: project.name,
    expected: expected?.label ?? null,
    isMissing: expected !== null && (out === undefined || out.report.period.start < expected.start),
    last:
      out && snapshot
        ? {
            label: snapshot.week,
            asOf: snapshot.asOf,
            rag: snapshot.rag,
            worst: Dimension.options.filter(
              (dimension) => shownColour(snapshot, dimension) === snapshot.rag && snapshot.rag !== 'green',
            ),
            figures: countsOf(snapshot),
            change: changeOf(snapshot, out.previous?.snapshot ?? null),
            page:
              out.page?.url === undefined || out.page.url === null
                ? null
                : { title: out.page.title, url: out.page.url },
          }
        : null,
  };
}

const countsOf = ({ figures: { open, overdue, opened, resolved } }: Snapshot) => ({
  open,
  overdue,
  opened,
  resolved,
});

function changeOf(snapshot: Snapshot, previous: Snapshot | null) {
  if (!previous) return null;
  const { open, overdue } = deltaOf(snapshot, previous).figures;
  return open === undefined || overdue === undefined ? null : { from: previous.rag, open, overdue };
}

const RANK = { red: 0, amber: 1, green: 2 } as const;

/** Missing reports first: nobody knows how bad those projects are. */
function worseFirst(a: PortfolioLine, b: PortfolioLine): number {
  const rank = ({ last }: PortfolioLine): number => (last ? RANK[last.rag] : 3);
  const share = ({ last }: PortfolioLine): number =>
    last && last.figures.open > 0 ? last.figures.overdue / last.figures.open : 0;
  return (
    Number(b.isMissing) - Number(a.isMissing) ||
    rank(a) - rank(b) ||
    share(b) - share(a) ||
    (a.projectKey < b.projectKey ? -1 : 1)
  );
}

function totalsOf(lines: readonly PortfolioLine[]): Portfolio['totals'] {
  const sum = (of: 'open' | 'overdue' | 'opened' | 'resolved'): number =>
    lines.reduce((total, { last }) => total + (last?.figures[of] ?? 0), 0);
  const inColour = (rag: 'red' | 'amber' | 'green'): number =>
    lines.filter(({ last }) => last?.rag === rag).length;
  return {
    open: sum('open'),
    overdue: sum('overdue'),
    opened: sum('opened'),
    resolved: sum('resolved'),
    red: inColour('red'),
    amber: inColour('amber'),
    green: inColour('green'),
    missing: lines.filter(({ isMissing }) => isMissing).length,
  };
}
