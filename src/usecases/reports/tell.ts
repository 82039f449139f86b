import { localMinute } from '../../domain/calendar';
import { referenceOf } from '../../domain/commitments';
import { announcement, PUBLISHED_STAGE } from '../../domain/reports';
import { isAppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import type { ReportRow } from '../../ports/reports';
import { say } from '../../words';
import { LEASE_MS } from '../follow-up/recover';
import { subjectOf, type ReportDeps } from './deps';
import type { Ground } from './ground';
import { changeRow, keyOf } from './rows';

/** How much earlier than its claim a comment may be dated: Confluence's clock is not ours. */
const SKEW_MS = 60_000;

/**
 * Tells the stakeholders, once for each revision, in one comment on the page that is out. A run that died on the way is followed by
 * another once its lease is over, which looks for the comment first.
 *
 * @returns the row, with `told` once that is certain.
 */
export async function tell(deps: ReportDeps, ground: Ground, row: ReportRow): Promise<ReportRow> {
  const { report, page } = row;
  if (row.told || report.state !== 'published' || !page?.id) return row;
  const target = { id: page.id, title: page.title };
  const people = [...(await deps.issues.persons(ground.config.reporting.stakeholders)).values()].filter(
    ({ active }) => active,
  );
  const [first] = people;
  const isSettled =
    !first || (await tellOnce(deps, ground, row, { target, people: [first, ...people.slice(1)] }));
  if (!isSettled) return row;
  return changeRow(deps, keyOf(report), (kept) => (kept.told ? kept : { ...kept, told: true }));
}

interface Telling {
  readonly target: { readonly id: string; readonly title: string };
  readonly people: readonly [Teller, ...Teller[]];
}
interface Teller {
  readonly accountId: string;
  readonly displayName: string;
  readonly zone: string;
}

/** @returns false while nobody can know whether the comment stands. */
async function tellOnce(
  deps: ReportDeps,
  ground: Ground,
  row: ReportRow,
  telling: Telling,
): Promise<boolean> {
  const mine = entryOf(deps, ground, row, telling);
  if (await deps.ledger.claim(mine)) return send(deps, row, mine, telling);
  const [standing] = await deps.ledger.ofCommitment(mine.commitmentId, 1);
  if (standing?.state !== 'claimed') return standing !== undefined;
  const now = deps.clock.now();
  if (now.getTime() - Date.parse(standing.claimedAt) <= LEASE_MS) return false;
  const taken = { ...standing, claimedAt: now.toISOString(), claim: deps.ids.next() };
  if (!(await deps.ledger.takeOver(standing, taken))) return false;
  const since = new Date(Date.parse(standing.decidedAt) - SKEW_MS);
  const commentId = await deps.comments.find(standing.target.id, referenceOf(standing.key), since);
  if (commentId === null) return send(deps, row, taken, telling);
  await deps.ledger.record([{ ...taken, state: 'sent', commentId, settledAt: now.toISOString() }]);
  return true;
}

async function send(
  deps: ReportDeps,
  { report, snapshot }: ReportRow,
  entry: LedgerEntry,
  { target, people }: Telling,
): Promise<boolean> {
  const settled = (change: Partial<LedgerEntry>) =>
    deps.ledger.record([{ ...entry, ...change, settledAt: deps.clock.now().toISOString() }]);
  const words = announcement({
    periodLabel: report.period.label,
    correction: correctionOf(report),
    rag: snapshot?.rag ?? null,
    people,
    why: String(entry.why),
    reference: referenceOf(entry.key),
  });
  try {
    const commentId = await deps.comments.write(target.id, words);
    await settled({ state: 'sent', commentId });
  } catch (error) {
    // Gone, or not ours to comment on: trying again would not mend it.
    if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT')) throw error;
    await settled({ state: 'withheld', why: error.words });
  }
  return true;
}

const correctionOf = ({ revision, correction }: ReportRow['report']) =>
  correction === null ? null : { revision, reason: correction };

function entryOf(
  { clock, ids }: ReportDeps,
  { config, today }: Ground,
  { report }: ReportRow,
  { target, people }: Telling,
): LedgerEntry {
  const now = clock.now();
  const at = now.toISOString();
  const correction = correctionOf(report);
  const revision = correction === null ? '' : ` ${correction.revision}`;
  const commitmentId = `${subjectOf(report)}:${PUBLISHED_STAGE}${revision}`;
  const [first] = people;
  return {
    key: commitmentId,
    state: 'claimed',
    projectId: config.projectId,
    commitmentId,
    target: { kind: 'page', id: target.id },
    item: target.title,
    recipient: first.accountId,
    stage: PUBLISHED_STAGE,
    dueDate: today,
    why: say('messages.rule.published', {
      news: correction === null ? 'report' : 'correction',
      count: people.length,
    }),
    local: localMinute(now, first.zone),
    decidedAt: at,
    claimedAt: at,
    settledAt: null,
    commentId: null,
    askedBy: null,
    itemUpdatedAt: null,
    claim: ids.next(),
  };
}
