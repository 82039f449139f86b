import { quote } from '../../domain/jql';
import { type Period, periodBefore, type StreamFacts, type Workstream } from '../../domain/reports';
import {
  forAudience,
  parseProperty,
  queriesOf,
  STATUS_PROPERTY,
  takeSnapshot,
  titleOf,
} from '../../domain/status';
import type { DraftFigures, ReportRow } from '../../ports/reports';
import { inParallel } from '../parallel';
import { collectFacts } from '../status/collect-facts';
import { probeScope } from '../status/probe-scope';
import type { ReportDeps } from './deps';
import { type Ground, pageUrl } from './ground';

export type PeriodFigures = Pick<ReportRow, 'previous'> & { readonly draft: DraftFigures };

/** The figures of a period as Jira has them now, for the audience of the page, and what they are compared with. */
export async function takeFigures(deps: ReportDeps, ground: Ground, period: Period): Promise<PeriodFigures> {
  const { config, project, today, now } = ground;
  const before = await previousReport(deps, ground, period);
  const previous = before?.snapshot ?? null;
  const collected = await collectFacts(deps, { project, config, week: period, now, previous });
  const { audience, tolerances } = config.reporting;
  const facts = forAudience(collected.facts, audience);
  const { queries } = collected;
  const snapshot = takeSnapshot({ facts, queries, week: period, today, asOf: now, previous, tolerances });
  return { draft: { snapshot, facts }, previous: before };
}

/** What leads are shown of their part, in the order of the line. */
const STREAM_FIGURES = [
  ['opened', 'opened'],
  ['resolved', 'resolved'],
  ['open', 'open'],
  ['overdue', 'overdue'],
] as const;

/** Streams side by side; each asks for its figures at once. */
const STREAMS_AT_ONCE = 3;

/** The figures of each workstream, by its id: four counts each. */
export async function takeStreamFacts(
  deps: ReportDeps,
  ground: Ground,
  period: Period,
  streams: readonly Pick<Workstream, 'id' | 'scope'>[],
): Promise<Readonly<Record<string, StreamFacts>>> {
  if (streams.length === 0) return {};
  const { config, project, now, today } = ground;
  const { scope: counted } = await probeScope(deps.facts, project.key, config.reporting.includedRestricted);
  const queries = queriesOf({
    projectKey: project.key,
    week: period,
    today,
    zone: config.zone,
    jqlZone: deps.jqlZone,
    scope: counted,
    now,
    backlog: null,
    ageing: null,
    previousAsOf: null,
  });
  const asOf = now.toISOString();
  const all = await inParallel(streams, STREAMS_AT_ONCE, async ({ id, scope }) => {
    const own = scope.kind === 'jql' ? scope.jql : `component = ${quote(scope.component)}`;
    const figures = await Promise.all(
      STREAM_FIGURES.map(async ([figure, name]) => {
        const jql = `${queries[figure]} AND (${own})`;
        return { name, jql, value: await deps.facts.count(jql) };
      }),
    );
    return [id, { asOf, figures }] as const;
  });
  return Object.fromEntries(all);
}

/** Reports that are looked through for the newest published one before a period. */
const MOST_BACK = 5;

/** What the report before this period said; where none is kept, its page carries it itself. */
async function previousReport(
  deps: ReportDeps,
  { project, space, config }: Ground,
  period: Period,
): Promise<ReportRow['previous']> {
  const earlier = await deps.reports.newest(project.id, MOST_BACK, period.start);
  for (const { snapshot, page } of earlier) if (snapshot) return { snapshot, url: page?.url ?? null };
  if (earlier.length > 0) return null;
  const before = periodBefore(period, config.reporting.calendar);
  const [page] = await deps.confluence.findByTitle(space.id, titleOf(project, before));
  if (!page) return null;
  const property = parseProperty((await deps.confluence.readProperty(page.id, STATUS_PROPERTY))?.value);
  if (property?.project !== project.id || property.week !== before.label || !property.snapshot) return null;
  return { snapshot: property.snapshot, url: pageUrl(space, page) };
}
