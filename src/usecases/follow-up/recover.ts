import type { LedgerEntry } from '../../ports/ledger';
import { add, type Outcome, NOTHING, type ProjectContext } from './deps';
import { type DeliverDeps, sendClaimed } from './deliver';
import { lookAgain } from './sights';

/** A claim older than this has no living run behind it: no consumer of ours may run as long. */
export const LEASE_MS = 15 * 60_000;
/** How much earlier than its claim a comment may be dated: the product's clock is not ours. */
const SKEW_MS = 60_000;

/**
 * Ends what a dead run left behind: a claim whose comment stands is settled, one without is sent now if its day, on
 * its recipient's calendar, is not over. Each takes the claim over first, so that two runs cannot both send.
 */
export async function recoverClaims(deps: DeliverDeps, context: ProjectContext): Promise<Outcome> {
  const expired = await deps.ledger.expired(
    context.projectId,
    new Date(deps.clock.now().getTime() - LEASE_MS),
  );
  let outcome = NOTHING;
  const unsent: LedgerEntry[] = [];
  for (const entry of expired) {
    const claimedAt = deps.clock.now().toISOString();
    if (!(await deps.ledger.takeOver(entry, claimedAt))) continue;
    const mine = { ...entry, claimedAt };
    const commentId = await findComment(deps, context, entry);
    if (commentId === null) unsent.push(mine);
    else {
      await deps.ledger.record({ ...mine, state: 'sent', commentId, settledAt: claimedAt });
      outcome = add(outcome, { ...NOTHING, sent: 1 });
    }
  }
  if (unsent.length === 0) return outcome;
  const live = await deps.issues.live([...new Set(unsent.map(({ commitmentId }) => commitmentId))]);
  await lookAgain(deps, live.values(), context);
  return add(
    outcome,
    await sendClaimed(deps, unsent, live, (entry) => ({ ...context, now: new Date(entry.decidedAt) })),
  );
}

/** The comment may stand on the item itself or where digests go. */
async function findComment(
  { messenger }: DeliverDeps,
  { digestTarget }: ProjectContext,
  { target, key, decidedAt }: LedgerEntry,
): Promise<string | null> {
  const since = new Date(Date.parse(decidedAt) - SKEW_MS);
  const onItem = await messenger.find(target, key, since);
  return onItem ?? (digestTarget ? messenger.find(digestTarget, key, since) : null);
}
