import {
  approve,
  answer,
  type Colour,
  correct,
  isReviewed,
  isUnderCorrection,
  override,
  reopenedStreams,
  type Reporting,
  returnStream,
  type Report,
  type Step,
  type Update,
} from '../../domain/reports';
import { ruled } from '../../domain/status';
import { AppError, isAppError } from '../../errors';
import type { ProjectConfig } from '../../ports/projects';
import type { ReportRow } from '../../ports/reports';
import type { JobQueue, Runs } from '../../ports/schedule';
import { handOutNow } from '../tick';
import { joined, say, type Text } from '../../words';
import { configOf, type ReportDeps, type ReportKey } from './deps';
import { drawPage } from './draw-page';
import { takeFigures } from './figures';
import { groundOf } from './ground';
import { hear } from './hear';
import { remindReviewers } from './remind-reviewers';
import { changeRow, keyOf, mustBe, readRow } from './rows';
import { lookAgain } from './look-again';
import { newerPage, release } from './steps';
import { tell } from './tell';

export interface ActDeps extends ReportDeps {
  readonly runs: Runs;
  readonly queue: JobQueue;
}

/** The person who is present, as Docket and Jira know them. */
export interface Actor {
  readonly accountId: string;
  readonly administers: () => Promise<boolean>;
}

export interface Acted {
  readonly row: ReportRow;
  /** Why the page does not show it yet, where it does not: it will with the next step. */
  readonly warning: Text | null;
}

/** Reviewers decide; where none are named, whoever administers the project. */
export async function mayReview({ reviewers }: Reporting, actor: Actor): Promise<boolean> {
  return reviewers.includes(actor.accountId) || (reviewers.length === 0 && (await actor.administers()));
}

async function mustReview({ reporting }: ProjectConfig, actor: Actor): Promise<void> {
  if (await mayReview(reporting, actor)) return;
  throw new AppError(
    'FORBIDDEN',
    isReviewed(reporting) ? say('problem.reviewersOnly') : say('problem.adminsOnly'),
  );
}

function mustStep(step: Step): Report {
  if (step.ok) return step.report;
  throw new AppError(step.code, step.why);
}

const takeStep = (deps: ReportDeps, key: ReportKey, step: (report: Report) => Step): Promise<ReportRow> =>
  changeRow(deps, key, (kept) => ({ ...kept, report: mustStep(step(kept.report)) }));

/** A lead's words, from Jira. They count as soon as they are kept; the page follows. */
export async function answerStream(
  deps: ActDeps,
  key: ReportKey,
  actor: Actor,
  { streamId, update }: { readonly streamId: string; readonly update: Update },
): Promise<Acted> {
  const config = await configOf(deps, key.projectId);
  const act = { by: actor.accountId, now: deps.clock.now() };
  const forAll = await mayReview(config.reporting, actor);
  const row = await takeStep(deps, key, (report) => answer(report, streamId, update, 'jira', act, forAll));
  return show(deps, config, row, `answer of ${streamId}`);
}

/** Sets a colour against the rule's, or gives the rule back its word. */
export async function overrideColour(
  deps: ActDeps,
  key: ReportKey,
  actor: Actor,
  change: {
    readonly dimension: string;
    readonly choice: { readonly colour: Colour; readonly reason: string } | null;
  },
): Promise<Acted> {
  const config = await configOf(deps, key.projectId);
  await mustReview(config, actor);
  const act = { by: actor.accountId, now: deps.clock.now() };
  const row = await takeStep(deps, key, (report) => override(report, change.dimension, change.choice, act));
  return show(deps, config, row, `colour of ${change.dimension}`);
}

/** Gives a section back to its lead: the task on the page is open again, with what is missing. */
export async function giveBack(
  deps: ActDeps,
  key: ReportKey,
  actor: Actor,
  { streamId, why }: { readonly streamId: string; readonly why: string },
): Promise<Acted> {
  const config = await configOf(deps, key.projectId);
  await mustReview(config, actor);
  const act = { by: actor.accountId, now: deps.clock.now() };
  // What is on the page now is what goes back: only other words, or the box, are an answer to it.
  await listen(deps, key);
  const row = await takeStep(deps, key, (report) => returnStream(report, streamId, why, act));
  return show(deps, config, row, `section ${streamId} goes back`);
}

/**
 * Approves what the reviewer has seen. At its time the report goes out; where that has passed, at once.
 *
 * @throws AppError CONFLICT where the report has changed since `seen`.
 */
export async function approveReport(
  deps: ActDeps,
  key: ReportKey,
  actor: Actor,
  seen: number,
): Promise<Acted> {
  const config = await configOf(deps, key.projectId);
  const now = deps.clock.now();
  const seenRow = await readRow(deps, key);
  if (seenRow.version !== seen) throw new AppError('CONFLICT', say('problem.reportChanged'));
  await listen(deps, key);
  const { reviewers } = config.reporting;
  const isOverdue = new Date(seenRow.steps.publish) <= now;
  if (isOverdue) await lookAgain(deps, key, 'approval');
  const row = await takeStep(deps, key, (report) => approve(report, reviewers, { by: actor.accountId, now }));
  await remindReviewers(deps, config, row);
  if (isOverdue) {
    const { projectId, label } = key;
    const period = `${label} approved ${row.report.revision}`;
    await handOutNow(deps, { id: `report ${projectId} ${period}`, job: 'report', projectId, period }, now);
  }
  return { row, warning: null };
}

/**
 * Opens a published report again; without reviewers its next revision is out at once, and its stakeholders are told.
 * Its figures stay as they were published, unless new ones are asked for: those of today are no longer of its period.
 */
export async function correctReport(
  deps: ActDeps,
  key: ReportKey,
  actor: Actor,
  { reason, figures }: { readonly reason: string; readonly figures: 'published' | 'new' },
): Promise<Acted> {
  const config = await configOf(deps, key.projectId);
  await mustReview(config, actor);
  const now = deps.clock.now();
  const step = ({ report }: ReportRow) => mustStep(correct(report, reason, { by: actor.accountId, now }));
  const published = await readRow(deps, key);
  step(published);
  const ground = await groundOf(deps, config, now);
  const fresh =
    figures === 'new' || publishedFigures(published) === null
      ? await takeFigures(deps, ground, published.report.period)
      : null;
  if (!isReviewed(config.reporting)) await lookAgain(deps, key, 'correction');
  const row = await changeRow(deps, key, (kept) => ({
    ...kept,
    report: step(kept),
    ...(fresh ?? publishedFigures(kept)),
  }));
  if (isReviewed(config.reporting)) {
    // The page waits until the correction is approved.
    await remindReviewers(deps, config, row);
    return { row, warning: null };
  }
  const released = await release(deps, ground, row);
  return { row: await tell(deps, ground, released.row), warning: null };
}

/** What is out, without anybody's overrides; `null` where its lists were not kept. */
const publishedFigures = ({ snapshot, facts }: ReportRow): Pick<ReportRow, 'draft'> | null =>
  snapshot === null || facts === null ? null : { draft: { snapshot: ruled(snapshot), facts } };

/** Takes in what leads wrote on the page since it was last read. */
async function listen(deps: ActDeps, key: ReportKey): Promise<void> {
  const row = await readRow(deps, key);
  const report = await hear(deps, row, deps.clock.now());
  if (report === row.report) return;
  await changeRow(deps, key, (kept) => {
    mustBe(kept, row.report);
    return { ...kept, report };
  });
}

/** Brings the page up to date. What people decided is kept already: where the page cannot follow now, it is said. */
async function show(deps: ActDeps, config: ProjectConfig, row: ReportRow, what: string): Promise<Acted> {
  const { report } = row;
  const isWaiting = isUnderCorrection(report) && reopenedStreams(report).length === 0;
  if (row.page === null || isWaiting) return { row, warning: null };
  try {
    const ground = await groundOf(deps, config, deps.clock.now());
    const drawn = await drawPage(deps, ground, row, what);
    const saved = await changeRow(deps, keyOf(row.report), (kept) => ({
      ...kept,
      page: newerPage(kept.page, drawn.page),
    }));
    return { row: saved, warning: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    deps.log.warn('report page not brought up to date', { code: error.code });
    const warning = joined([say('report.pageLater'), error.words]);
    return { row, warning };
  }
}
