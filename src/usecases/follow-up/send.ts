import type { Delivery } from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
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
 * Writes these comments, those on one item one after the other, and then settles their claims together. An answer that
 * was lost leaves its claim: once the lease is over, the comment is looked for.
 *
 * @throws AppError RATE_LIMITED where the product asks for a pause; all that was under way has ended then.
 */
export async function sendAll(deps: SendDeps, deliveries: readonly ClaimedDelivery[]): Promise<Outcome> {
  let pause: AppError | null = null;
  let outcome = NOTHING;
  const ended: LedgerEntry[] = [];
  const unsent: LedgerEntry[] = [];
  const byTarget = groupBy(deliveries, ({ delivery: { target } }) => `${target.kind} ${target.id}`);
  try {
    await inParallel([...byTarget.values()], CALLS, async (sameTarget) => {
      for (const [index, one] of sameTarget.entries()) {
        if (index > 0 && pause === null) await deps.clock.sleep(BETWEEN_WRITES_MS);
        const sent = pause ?? (await send(deps, one));
        if (isAppError(sent)) {
          pause = sent;
          unsent.push(...one.entries);
        } else {
          outcome = add(outcome, sent.outcome);
          ended.push(...sent.ended);
        }
      }
    });
  } finally {
    await settle(deps, ended);
    await giveBack(deps, unsent);
  }
  if (pause !== null) throw pause as AppError;
  return outcome;
}

interface Sent {
  readonly outcome: Outcome;
  /** How the claims ended; those that may or may not stand on the site are not among them. */
  readonly ended: readonly LedgerEntry[];
}

/** @returns the product's wish for a pause, where it refused for that: nothing was written then. */
async function send(deps: SendDeps, { delivery, entries }: ClaimedDelivery): Promise<Sent | AppError> {
  const messages = entries.length;
  try {
    const commentId = await deps.messenger.send(delivery);
    const ended = entries.map((entry) => ({ ...entry, state: 'sent' as const, commentId }));
    return { outcome: { ...NOTHING, sent: messages }, ended };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'RATE_LIMITED') return error;
    if (!isRefusal(error)) {
      deps.log.warn('no answer about a message', { code: error.code, messages });
      return { outcome: { ...NOTHING, unanswered: messages }, ended: [] };
    }
    deps.log.warn('message refused by the product', { code: error.code, messages });
    const ended = entries.map((entry) => ({ ...entry, state: 'withheld' as const, why: error.words }));
    return { outcome: { ...NOTHING, withheld: messages }, ended };
  }
}

/** A refusal that trying again cannot mend: the item is gone, or the app may not comment on it. */
const isRefusal = (error: AppError): boolean => isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT');

/** Writes into the ledger that these claims have ended. What a dead run leaves unwritten is recovered by its lease. */
export async function settle(
  { clock, ledger }: Pick<SendDeps, 'clock' | 'ledger'>,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const settledAt = clock.now().toISOString();
  if (entries.length > 0) await ledger.record(entries.map((entry) => ({ ...entry, settledAt })));
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
  if (fresh.length > 0) await ledger.release(fresh.map(({ key }) => key));
}
