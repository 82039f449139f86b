import type { DecideInput } from '../domain/commitments';
import type { LedgerEntry } from '../ports/ledger';
import { type DeliveryDeps, type DeliveryOutcome, sendClaimed } from './deliver-messages';

/** A claim older than this has no living run behind it: no consumer of ours may run as long. */
export const LEASE_MS = 15 * 60_000;
/** How much earlier than its claim a comment may be dated: the product's clock is not ours. */
const SKEW_MS = 60_000;

/**
 * Ends what a dead run left behind: a claim whose comment stands is settled, one without is sent now if its day, on
 * its recipient's calendar, is not over. Each takes the claim over first, so that two runs cannot both send.
 */
export async function recoverClaims(
  deps: DeliveryDeps,
  projectId: string,
  context: Omit<DecideInput, 'commitments'>,
): Promise<DeliveryOutcome> {
  const expired = await deps.ledger.expired(projectId, new Date(context.now.getTime() - LEASE_MS));
  const outcome = { sent: 0, withdrawn: 0, withheld: 0 };
  const unsent: LedgerEntry[] = [];
  for (const entry of expired) {
    const claimedAt = deps.clock.now().toISOString();
    if (!(await deps.ledger.takeOver(entry, claimedAt))) continue;
    const mine = { ...entry, claimedAt };
    const since = new Date(Date.parse(entry.decidedAt) - SKEW_MS);
    const commentId = await deps.messenger.find(entry.issueId, entry.key, since);
    if (commentId !== null) {
      await deps.ledger.record({ ...mine, state: 'sent', commentId, settledAt: claimedAt });
      outcome.sent += 1;
    } else {
      unsent.push(mine);
    }
  }
  if (unsent.length === 0) return outcome;
  const sent = await sendClaimed(deps, unsent, (entry) => ({ ...context, now: new Date(entry.decidedAt) }));
  return {
    sent: outcome.sent + sent.sent,
    withdrawn: outcome.withdrawn + sent.withdrawn,
    withheld: sent.withheld,
  };
}
