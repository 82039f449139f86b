import { localDate } from '../../domain/calendar';
import {
  isPlain,
  isUnderCorrection,
  noticeSections,
  reopenedStreams,
  type Report,
  type ReportPage,
  streamSections,
} from '../../domain/reports';
import {
  deltaOf,
  Dimension,
  type LeadWords,
  overridden,
  type Override,
  type Section,
  sectionsOf,
  type Snapshot,
  titleOf,
} from '../../domain/status';
import type { RememberedPage, ReportRow } from '../../ports/reports';
import { peopleIn, type ReportDeps } from './deps';
import { checkParent, type Ground, pageUrl } from './ground';
import { changeRow, keyOf, stepsIn } from './rows';
import { writePage } from './write-page';

/** What the page is to say: the row as it will be once the page says it. */
export type Drawn = Pick<
  ReportRow,
  'report' | 'steps' | 'page' | 'draft' | 'snapshot' | 'previous' | 'streamFacts'
>;

export interface DrawnPage {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly page: RememberedPage;
  /** The figures that the page shows, with the colours that people set. */
  readonly shown: Snapshot | null;
}

/**
 * Writes the page of a report: all of it, or the leads' sections alone where a page that is out must not change
 * before its correction is approved.
 *
 * @throws AppError as `writePage` does, and where the parent page is missing.
 */
export async function drawPage(
  deps: ReportDeps,
  ground: Ground,
  row: Drawn,
  what: string,
): Promise<DrawnPage> {
  const { project, space, parentId } = ground;
  const { reporting, zone } = ground.config;
  const { report } = row;
  const page = await aboutPage(deps, ground, row);
  const snapshot = row.draft && overridden(row.draft.snapshot, ragOverrides(report));
  const isOut = isUnderCorrection(report);
  const sections = (kept: readonly string[]): Section[] => {
    const { draft, previous } = row;
    const content =
      snapshot && draft
        ? sectionsOf({
            project,
            zone,
            today: localDate(new Date(snapshot.asOf), zone),
            week: report.period,
            siteUrl: space.siteUrl,
            previousUrl: previous?.url ?? null,
            audience: reporting.audience,
            facts: draft.facts,
            snapshot,
            delta: previous && deltaOf(snapshot, previous.snapshot),
            leads: leadsOf(report),
            setBy: settersOf(report, page.names),
            kept,
          })
        : [];
    if (isOut) return streamSections({ ...page, report: { ...report, streams: reopenedStreams(report) } });
    return [...noticeSections(page), ...content, ...streamSections(page)];
  };
  const written = await writePage(deps.confluence, {
    projectId: project.id,
    period: report.period.label,
    spaceId: space.id,
    parentId,
    title: titleOf(project, report.period),
    remembered: row.page,
    snapshot: isOut ? row.snapshot : snapshot,
    draft: sections,
    what,
    checkParent: () => checkParent(deps.confluence, ground),
    announce: async (title, marks) => {
      await changeRow(deps, keyOf(report), (kept) => ({
        ...kept,
        page: { id: null, title, url: null, version: 0, marks },
      }));
    },
  });
  const { id, title, version } = written.page;
  return {
    outcome: written.outcome,
    page: { id, title, url: pageUrl(space, written.page), version, marks: written.marks },
    shown: written.shown,
  };
}

/** The colours that reviewers set, as the snapshot keeps them. */
export const ragOverrides = ({ overrides }: Pick<Report, 'overrides'>): Override[] =>
  overrides.flatMap(({ dimension, colour, reason }) => {
    const known = Dimension.safeParse(dimension).data;
    return known ? [{ dimension: known, rag: colour, reason }] : [];
  });

/** Who set which colour, by name. */
const settersOf = ({ overrides }: Report, names: ReportPage['names']): Partial<Record<Dimension, string>> =>
  Object.fromEntries(
    overrides.flatMap(({ dimension, by }) => {
      const name = names[by];
      return name === undefined ? [] : [[dimension, name]];
    }),
  );

/** Before the cut-off nobody's words are missing yet. */
const leadsOf = ({ streams, state }: Report): LeadWords[] =>
  streams.map(({ name, answer }) => ({
    name,
    needsDecision: answer?.needsDecision ?? '',
    isMissing: answer === null && state !== 'collecting',
  }));

/** People are read only where the page names some. */
async function aboutPage(deps: ReportDeps, ground: Ground, row: Drawn): Promise<ReportPage> {
  const { report, streamFacts } = row;
  const { reporting, zone } = ground.config;
  const named = isPlain(reporting) ? [] : peopleIn(report, reporting);
  const persons = named.length === 0 ? new Map() : await deps.issues.persons(named);
  const names: Record<string, string> = {};
  for (const { accountId, displayName, active } of persons.values())
    if (active) names[accountId] = displayName;
  return {
    report,
    steps: stepsIn(row),
    streamFacts,
    zone,
    siteUrl: ground.space.siteUrl,
    names,
    reviewers: reporting.reviewers,
  };
}
