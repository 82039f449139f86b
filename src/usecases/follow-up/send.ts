import type { Delivery } from '../../domain/commitments';
import { type AppError, isAppError } from '../../errors';
import type { LedgerEntry } from '../../ports/ledger';
import { inParallel } from '../parallel';
import { add, type FollowUpDeps, NOTHING, type Outcome } from './deps';

type SendDeps = Pick<FollowUpDeps, 'clock' | 'log' | 'ledger' | 'messenger'>;

/** Calls side by side; Atlassian advises 5 to 10. */
export const CALLS = 8;
/**
 * Between two comments on one issue, which takes 20 writes in 2 s and 100 in 30 s:
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
const BETWEEN_WRITES_MS = 310;

/** One comment, and the claims that it settles. */
export interface ClaimedDelivery {
  readonly delivery: Delivery;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Writes these comments, those on one item one after the other, and settles their claims. An answer that was lost
 * leaves its claim: once the lease is over, the comment is looked for.
 *
 * @throws AppError RATE_LIMITED where the product asks for a pause; all that was under way has ended then.
 */
export async function sendAll(deps: SendDeps, deliveries: readonly ClaimedDelivery[]): Promise<Outcome> {
  let pause: AppError | null = null;
  const outcomes = await inParallel(byTarget(deliveries), CALLS, async (sameTarget) => {
    let outcome = NOTHING;
    for (const [index, one] of sameTarget.entries()) {
      if (index > 0 && pause === null) await deps.clock.sleep(BETWEEN_WRITES_MS);
      const sent = pause ?? (await send(deps, one));
      if (isAppError(sent)) {
        pause = sent;
        await giveBack(deps, one.entries);
      } else {
        outcome = add(outcome, sent);
      }
    }
    return outcome;
  });
  if (pause !== null) throw pause as AppError;
  return outcomes.reduce(add, NOTHING);
}

function byTarget(deliveries: readonly ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const one of deliveries) {
    const { kind, id } = one.delivery.target;
    const key = `${kind} ${id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** @returns the product's wish for a pause, where it refused for that: nothing was written then. */
async function send(deps: SendDeps, { delivery, entries }: ClaimedDelivery): Promise<Outcome | AppError> {
  let commentId: string;
  try {
    commentId = await deps.messenger.send(delivery);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'RATE_LIMITED') return error;
    const messages = entries.length;
    if (!isRefusal(error)) {
      deps.log.warn('no answer about a message', { code: error.code, messages });
      return { ...NOTHING, unanswered: messages };
    }
    deps.log.warn('message refused by the product', { code: error.code, messages });
    await settle(deps, entries, { state: 'withheld', why: error.message });
    return { ...NOTHING, withheld: messages };
  }
  await settle(deps, entries, { state: 'sent', commentId });
  return { ...NOTHING, sent: entries.length };
}

/** A refusal that trying again cannot mend: the item is gone, or the app may not comment on it. */
const isRefusal = (error: AppError): boolean => isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT');

/** Writes into the ledger how these claims ended. */
export async function settle(
  deps: Pick<SendDeps, 'clock' | 'ledger'>,
  entries: readonly LedgerEntry[],
  change: Partial<LedgerEntry>,
): Promise<void> {
  const settledAt = deps.clock.now().toISOString();
  await inParallel(entries, CALLS, (entry) => deps.ledger.record({ ...entry, ...change, settledAt }));
}

/**
 * A message that was never written goes back to be decided again when the run is retried, minutes later. A claim that
 * was taken over stays: what it is about is no longer asked for, and only its lease brings it back.
 */
export async function giveBack(
  { ledger }: Pick<SendDeps, 'ledger'>,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const fresh = entries.filter(({ claimedAt, decidedAt }) => claimedAt === decidedAt);
  await inParallel(fresh, CALLS, ({ key }) => ledger.release(key));
}
