import { draft, isReviewed, publish, type Report, reopenedStreams, startReview } from '../../domain/reports';
import { changesOf, overridden } from '../../domain/status';
import { isAppError } from '../../errors';
import type { RememberedPage, ReportRow } from '../../ports/reports';
import { type DrawnPage, drawPage, ragOverrides } from './draw-page';
import type { ReportDeps } from './deps';
import { type PeriodFigures, takeFigures, takeStreamFacts } from './figures';
import type { Ground } from './ground';
import { hear } from './hear';
import { remindReviewers } from './remind-reviewers';
import { beginRow, changeRow, keyOf, mustBe, readRow } from './rows';

export interface Stepped {
  readonly row: ReportRow;
  readonly outcome: DrawnPage['outcome'];
}

/** Somebody may answer while a step is taken: it is then taken again, with the answer. */
const MAX_TRIES = 3;

type TakeStep = (deps: ReportDeps, ground: Ground, row: ReportRow) => Promise<Stepped>;

/** A step on the report as it is kept now, begun where it is not kept yet. */
async function taking(deps: ReportDeps, ground: Ground, row: ReportRow, take: TakeStep): Promise<Stepped> {
  let kept = row.version === 0 ? await beginRow(deps, row) : row;
  for (let tries = 1; ; tries += 1) {
    try {
      return await take(deps, ground, kept);
    } catch (error) {
      if (!isAppError(error, 'CONFLICT') || tries === MAX_TRIES) throw error;
      kept = await readRow(deps, keyOf(row.report));
    }
  }
}

/** The report's page appears, as a draft with a section, a task and its facts for each lead. */
export const ask = (deps: ReportDeps, ground: Ground, asked: ReportRow): Promise<Stepped> =>
  taking(deps, ground, asked, async (_deps, _ground, row) => {
    const { period, streams } = row.report;
    const streamFacts = await takeStreamFacts(deps, ground, period, streams);
    const what = `updates are asked for, ${period.label}`;
    const drawn = await drawPage(deps, ground, { ...row, streamFacts }, what);
    const saved = await changeRow(deps, keyOf(row.report), (kept) => ({
      ...kept,
      streamFacts,
      page: newerPage(kept.page, drawn.page),
    }));
    return { row: saved, outcome: drawn.outcome };
  });

/** The cut-off: what the leads wrote is read, the figures are computed, and the reviewers' turn begins. */
export const close = (deps: ReportDeps, ground: Ground, closing: ReportRow): Promise<Stepped> =>
  taking(deps, ground, closing, async (_deps, _ground, row) => {
    const { now, config } = ground;
    const { period, streams } = row.report;
    const drafted = draft(await hear(deps, row, now), now);
    const report = isReviewed(config.reporting) ? startReview(drafted) : drafted;
    const figures = await takeFigures(deps, ground, period);
    const streamFacts = await takeStreamFacts(deps, ground, period, streams);
    const change = { report, ...figures, streamFacts };
    const drawn = await drawPage(deps, ground, { ...row, ...change }, `draft, ${period.label}`);
    const saved = await changeRow(deps, keyOf(report), (kept) => {
      mustBe(kept, row.report);
      return { ...kept, ...change, page: newerPage(kept.page, drawn.page) };
    });
    await remindReviewers(deps, config, saved);
    return { row: saved, outcome: drawn.outcome };
  });

/**
 * The draft mark goes, and what the page says is frozen. Approved figures go out as they were approved, those of a
 * correction as it was begun with; where nobody approves, they are those of this moment.
 */
export const release = (deps: ReportDeps, ground: Ground, releasing: ReportRow): Promise<Stepped> =>
  taking(deps, ground, releasing, async (_deps, _ground, row) => {
    const { now, config } = ground;
    if (row.report.state === 'published') return { row, outcome: 'unchanged' };
    const { period } = row.report;
    const isApproved = row.report.approval !== null;
    const heard = isApproved ? row.report : draft(await hear(deps, row, now), now);
    const isDecided = isApproved || row.report.revision > 1;
    const figures =
      isDecided && row.draft
        ? { draft: row.draft, previous: row.previous }
        : await takeFigures(deps, ground, period);
    const report = publish(heard, now, changesIn(row, heard, figures));
    const { revision } = report;
    const next = { ...row, report, ...figures };
    const drawn = await drawPage(deps, ground, next, `published, revision ${revision}`);
    const saved = await changeRow(deps, keyOf(report), (kept) => {
      if (kept.report.state === 'published' && kept.report.revision === revision) return kept;
      mustBe(kept, row.report);
      return {
        ...kept,
        report,
        draft: null,
        snapshot: drawn.shown,
        facts: figures.draft.facts,
        previous: figures.previous,
        page: newerPage(kept.page, drawn.page),
        told: config.reporting.stakeholders.length === 0,
      };
    });
    await remindReviewers(deps, config, saved);
    return { row: saved, outcome: drawn.outcome };
  });

/** What a correction changes of what is out. */
function changesIn({ snapshot }: ReportRow, report: Report, { draft: drafted }: PeriodFigures): string[] {
  if (snapshot === null) return [];
  return [
    ...changesOf(snapshot, overridden(drafted.snapshot, ragOverrides(report))),
    ...reopenedStreams(report).map(({ name }) => `update of ${name}`),
  ];
}

/** Two runs may end in another order than they wrote. */
export const newerPage = (kept: RememberedPage | null, written: RememberedPage): RememberedPage =>
  kept !== null && kept.id === written.id && kept.version > written.version ? kept : written;
