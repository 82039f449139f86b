import { isAppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { inParallel } from '../parallel';
import { add, type Outcome, NOTHING, type ProjectContext } from './deps';
import { type DeliverDeps, sendClaimed, SLICE } from './deliver';
import { CALLS } from './send';
import { lookAgain } from './sights';

/** A claim older than this has no living run behind it: no consumer of ours may run as long. */
export const LEASE_MS = 15 * 60_000;
/** How much earlier than its claim a comment may be dated: the product's clock is not ours. */
const SKEW_MS = 60_000;

/**
 * Ends what a dead run left behind: a claim whose comment stands is settled, one without is sent now if its day, on
 * its recipient's calendar, is not over. Each takes the claim over first, so that two runs cannot both send. Once
 * `isOver`, the rest is left to the next run.
 */
export async function recoverClaims(
  deps: DeliverDeps,
  context: ProjectContext,
  isOver: () => boolean,
): Promise<Outcome> {
  const before = new Date(deps.clock.now().getTime() - LEASE_MS);
  const expired = await deps.ledger.expired(context.projectId, before);
  let outcome = NOTHING;
  for (let start = 0; start < expired.length && !isOver(); start += SLICE)
    outcome = add(outcome, await recoverSlice(deps, expired.slice(start, start + SLICE), context));
  return outcome;
}

async function recoverSlice(
  deps: DeliverDeps,
  expired: readonly LedgerEntry[],
  context: ProjectContext,
): Promise<Outcome> {
  let outcome = NOTHING;
  const unsent: LedgerEntry[] = [];
  await inParallel(expired, CALLS, async (entry) => {
    const claimedAt = deps.clock.now().toISOString();
    const mine = { ...entry, claimedAt, claim: deps.ids.next() };
    if (!(await deps.ledger.takeOver(entry, mine))) return;
    const commentId = await findComment(deps, context, entry);
    if (commentId === undefined) outcome = add(outcome, { ...NOTHING, unanswered: 1 });
    else if (commentId === null) unsent.push(mine);
    else {
      await deps.ledger.record({ ...mine, state: 'sent', commentId, settledAt: claimedAt });
      outcome = add(outcome, { ...NOTHING, sent: 1 });
    }
  });
  if (unsent.length === 0) return outcome;
  const live = await deps.issues.live([...new Set(unsent.map(({ commitmentId }) => commitmentId))]);
  await lookAgain(deps, live.values(), context);
  return add(
    outcome,
    await sendClaimed(deps, unsent, live, (entry) => ({ ...context, now: new Date(entry.decidedAt) })),
  );
}

/**
 * The comment may stand on the item itself or where digests go. `undefined` where the product does not say: the claim
 * stays, and one item without an answer does not stop the others.
 */
async function findComment(
  { messenger, log }: DeliverDeps,
  { digestTarget }: ProjectContext,
  { target, key, decidedAt }: LedgerEntry,
): Promise<string | null | undefined> {
  const since = new Date(Date.parse(decidedAt) - SKEW_MS);
  try {
    const onItem = await messenger.find(target, key, since);
    return onItem ?? (digestTarget ? await messenger.find(digestTarget, key, since) : null);
  } catch (error) {
    if (!isAppError(error) || error.code === 'RATE_LIMITED') throw error;
    log.warn('no answer about a lost message', { code: error.code });
    return undefined;
  }
}
