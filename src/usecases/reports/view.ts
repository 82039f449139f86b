import type { ReportView } from '../../contract/reports';
import { localDate } from '../../domain/calendar';
import {
  approve,
  comingReports,
  isReviewed,
  type Override,
  type Report,
  type Reporting,
} from '../../domain/reports';
import {
  colourOf,
  deltaOf,
  Dimension,
  FIGURE_NAMES,
  lengthOf,
  overridden,
  type Snapshot,
} from '../../domain/status';
import { AppError } from '../../errors';
import type { ProjectConfig } from '../../ports/projects';
import type { ReportRow, RememberedPage } from '../../ports/reports';
import { policyOf } from '../policy-of';
import { recalled, say, type Text, type Worded } from '../../words';
import { type Actor, mayReview } from './act';
import { peopleIn, type ReportDeps } from './deps';
import { ragOverrides } from './draw-page';
import { hear } from './hear';
import { historyOf } from './read-status';

type ViewDeps = Pick<ReportDeps, 'reports' | 'confluence' | 'clock' | 'holidays' | 'projects'> & {
  /** Display names by account id, as the person who looks may see them. */
  readonly names: (accountIds: readonly string[]) => Promise<Record<string, string>>;
};

/** Half a year of weeks. */
const MOST_REPORTS = 26;

/** The newest reports of a project, newest first, and the course that the published ones took. */
export async function listReports({ reports }: Pick<ViewDeps, 'reports'>, projectId: string) {
  const rows = await reports.newest(projectId, MOST_REPORTS);
  const lines = rows.map(({ report, snapshot, page }) => ({
    label: report.period.label,
    start: report.period.start,
    end: report.period.end,
    state: report.state,
    revision: report.revision,
    overall: snapshot?.rag ?? null,
    figures: snapshot ? countsOf(snapshot) : {},
    publishedAt: report.publishedAt,
    page: pageView(page),
  }));
  return { reports: lines, history: historyOf(rows) };
}

/** One report for the person who looks, or the newest; with the words that stand on its page at this moment. */
export async function readReport(
  deps: ViewDeps,
  projectId: string,
  label: string | null,
  actor: Actor,
): Promise<{ report: Worded<ReportView> | null; next: Next | null }> {
  const config = await deps.projects.get(projectId);
  if (!config) return { report: null, next: null };
  const row =
    label === null
      ? ((await deps.reports.newest(projectId, 1))[0] ?? null)
      : await deps.reports.read(projectId, label);
  if (!row && label !== null) throw new AppError('NOT_FOUND', say('problem.noReport', { label }));
  const next = config.report.enabled ? await nextReport(deps, config, actor) : null;
  if (!row) return { report: null, next };
  const isOpen = row.report.state !== 'published' && row.report.state !== 'approved';
  const report = isOpen ? await hear(deps, row, deps.clock.now()) : row.report;
  return { report: await reportView(deps, config, { ...row, report }, actor), next };
}

interface Next {
  label: string;
  ask: string | null;
  cutOff: string;
  publish: string;
  whyNotPublish: Text | null;
}

async function nextReport(deps: ViewDeps, config: ProjectConfig, actor: Actor): Promise<Next | null> {
  const now = deps.clock.now();
  const { calendar } = await policyOf(deps.holidays, config, now);
  const today = localDate(now, config.zone);
  const [coming] = comingReports(config.reporting.calendar, config.zone, calendar, { today, now, count: 1 });
  if (!coming) return null;
  return {
    label: coming.period.label,
    ask: coming.ask?.toISOString() ?? null,
    cutOff: coming.cutOff.toISOString(),
    publish: coming.publish.toISOString(),
    whyNotPublish:
      coming.period.start > today
        ? say('report.notBegun', { date: { date: coming.period.start } })
        : await whyNotPublish('collecting', config.reporting, actor),
  };
}

/** A report as the screens show it. */
export async function reportView(
  deps: Pick<ViewDeps, 'clock' | 'names'>,
  { reporting }: ProjectConfig,
  row: ReportRow,
  actor: Actor,
): Promise<Worded<ReportView>> {
  const { report, steps, page, streamFacts } = row;
  const { period } = report;
  const drafted = row.draft && overridden(row.draft.snapshot, ragOverrides(report));
  const shown = drafted ?? row.snapshot;
  const delta = shown && row.previous && deltaOf(shown, row.previous.snapshot);
  const review = await mayReview(reporting, actor);
  return {
    label: period.label,
    length: lengthOf(period),
    start: period.start,
    end: period.end,
    state: report.state,
    version: row.version,
    revision: report.revision,
    correction: report.correction,
    steps,
    page: pageView(page),
    approval: report.approval,
    publishedAt: report.publishedAt,
    overall: shown?.rag ?? null,
    figuresAsOf: shown?.asOf ?? null,
    dimensions: shown ? dimensionsOf(shown, report.overrides) : [],
    figures: shown ? figuresOf(shown) : [],
    change: delta && { since: delta.since, figures: { ...delta.figures } },
    streams: report.streams.map(({ id, name, leadId, answer, returned }) => ({
      id,
      name,
      leadId,
      answer,
      returned,
      facts: (streamFacts[id]?.figures ?? []).map((figure) => ({ ...figure })),
      factsAsOf: streamFacts[id]?.asOf ?? null,
      mayAnswer: isOpen(report) && (leadId === actor.accountId || review),
    })),
    history: report.history.map((happening) => ({ ...happening })),
    reviewers: [...reporting.reviewers],
    rights: {
      review,
      whyNotApprove: whyNotApprove(report, reporting, actor, deps.clock.now()),
      whyNotPublish: await whyNotPublish(report.state, reporting, actor),
    },
    names: await deps.names(peopleNamed(report, reporting)),
  };
}

const isOpen = ({ state }: Report): boolean => state !== 'published' && state !== 'approved';

const pageView = (page: RememberedPage | null) =>
  page?.id && page.url !== null ? { id: page.id, title: page.title, url: page.url } : null;

const countsOf = ({ figures }: Snapshot): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/** In the order of the page. */
const figuresOf = (snapshot: Snapshot): ReportView['figures'] =>
  FIGURE_NAMES.flatMap((name) => {
    const value = snapshot.figures[name];
    return value === null ? [] : [{ name, value, jql: jqlOf(snapshot, name) }];
  });

const jqlOf = ({ queries }: Snapshot, name: string): string | null =>
  Object.entries(queries).find(([figure]) => figure === name)?.[1] ?? null;

const dimensionsOf = (
  { reasons }: Snapshot,
  overrides: readonly Override[],
): Worded<ReportView['dimensions']> =>
  Dimension.options.map((dimension) => ({
    dimension,
    rule: colourOf({ reasons }, dimension),
    reasons: reasons
      .filter((reason) => reason.dimension === dimension)
      .map(({ rag, text, said }) => ({ rag, text: recalled(text, said) })),
    override: overrides.find((one) => one.dimension === dimension) ?? null,
  }));

function whyNotApprove(
  report: Report,
  { reviewers }: Reporting,
  { accountId }: Actor,
  now: Date,
): Text | null {
  const step = approve(report, reviewers, { by: accountId, now });
  return step.ok ? null : step.why;
}

async function whyNotPublish(
  state: Report['state'],
  reporting: Reporting,
  actor: Actor,
): Promise<Text | null> {
  if (state === 'published') return say('report.correctIt');
  if (isReviewed(reporting) && state !== 'approved') return say('report.approveFirst');
  return reporting.reviewers.includes(actor.accountId) || (await actor.administers())
    ? null
    : say('report.earlyPublishers');
}

const peopleNamed = (report: Report, reporting: Reporting): string[] => [
  ...new Set([
    ...peopleIn(report, reporting),
    ...report.overrides.map(({ by }) => by),
    ...report.history.flatMap(({ by }) => (by === null ? [] : [by])),
  ]),
];
