import { type DecideInput, type IntendedMessage, recheck, stageName } from '../domain/commitments';
import type { AppError } from '../errors';
import { isAppError } from '../errors';
import type { Clock } from '../ports/clock';
import type { Ids } from '../ports/ids';
import type { Issues } from '../ports/issues';
import type { Ledger, LedgerEntry } from '../ports/ledger';
import type { Log } from '../ports/log';
import type { Messenger } from '../ports/messenger';

export interface DeliveryDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly issues: Pick<Issues, 'live'>;
  readonly ledger: Ledger;
  readonly messenger: Messenger;
}

export interface DeliveryOutcome {
  readonly sent: number;
  readonly withdrawn: number;
  readonly withheld: number;
}

/** As many items as one bulk reading takes; what is claimed and not yet sent never exceeds it. */
const SLICE = 25;

type Context = Omit<DecideInput, 'commitments'>;

interface Ready {
  readonly message: IntendedMessage;
  readonly entry: LedgerEntry;
}

/**
 * Claim, re-check, send, settle: for each intended message that no run has claimed before. What fails after its claim
 * stays claimed and is recovered when the lease is over.
 */
export async function deliver(
  deps: DeliveryDeps,
  projectId: string,
  intended: readonly IntendedMessage[],
  context: Context,
): Promise<DeliveryOutcome> {
  let outcome: DeliveryOutcome = { sent: 0, withdrawn: 0, withheld: 0 };
  for (let start = 0; start < intended.length; start += SLICE) {
    const claimed = await claimAll(deps, projectId, intended.slice(start, start + SLICE));
    if (claimed.length > 0) outcome = add(outcome, await sendClaimed(deps, claimed, () => context));
  }
  return outcome;
}

async function claimAll(
  deps: DeliveryDeps,
  projectId: string,
  messages: readonly IntendedMessage[],
): Promise<LedgerEntry[]> {
  const claims = await Promise.all(
    messages.map(async (message) => {
      const entry = newEntry(deps, projectId, message);
      return (await deps.ledger.claim(entry)) ? [entry] : [];
    }),
  );
  return claims.flat();
}

function newEntry({ clock, ids }: DeliveryDeps, projectId: string, message: IntendedMessage): LedgerEntry {
  const decidedAt = clock.now().toISOString();
  return {
    key: message.key,
    state: 'claimed',
    projectId,
    issueId: message.commitment.issueId,
    issueKey: message.commitment.issueKey,
    recipient: message.recipient.accountId,
    stage: stageName(message.stage),
    dueDate: message.commitment.dueDate,
    why: message.why,
    local: message.local,
    decidedAt,
    claimedAt: decidedAt,
    settledAt: null,
    commentId: null,
    claim: ids.next(),
  };
}

/** Sends what this run holds the claims of, after one look at the live items. */
export async function sendClaimed(
  deps: DeliveryDeps,
  claimed: readonly LedgerEntry[],
  contextOf: (entry: LedgerEntry) => Context,
): Promise<DeliveryOutcome> {
  const live = await deps.issues.live([...new Set(claimed.map(({ issueId }) => issueId))]);
  const ready: Ready[] = [];
  let withdrawn = 0;
  for (const entry of claimed) {
    const verdict = recheck(entry, live.get(entry.issueId) ?? null, contextOf(entry), deps.clock.now());
    if (verdict.do === 'send') {
      const { message } = verdict;
      ready.push({
        message,
        entry: { ...entry, recipient: message.recipient.accountId, local: message.local, why: message.why },
      });
    } else if (verdict.do === 'withdraw') {
      await deps.ledger.record({
        ...entry,
        state: 'withdrawn',
        why: verdict.why,
        settledAt: deps.clock.now().toISOString(),
      });
      withdrawn += 1;
    } else {
      await deps.ledger.release(entry.key);
    }
  }
  let outcome: DeliveryOutcome = { sent: 0, withdrawn, withheld: 0 };
  for (const group of byComment(ready)) outcome = add(outcome, await sendComment(deps, group));
  return outcome;
}

/** One comment for one recipient on one issue, however many messages it carries: nobody is told twice in a minute. */
function byComment(claimed: readonly Ready[]): Ready[][] {
  const groups = new Map<string, Ready[]>();
  for (const item of claimed) {
    const key = `${item.message.commitment.issueId} ${item.message.recipient.accountId}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

async function sendComment(deps: DeliveryDeps, group: readonly Ready[]): Promise<DeliveryOutcome> {
  let commentId: string;
  try {
    commentId = await deps.messenger.send(group.map(({ message }) => message));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    deps.log.warn('message refused by the product', {
      code: refusal.code,
      keys: group.map(({ entry }) => entry.key),
    });
    return settleAll(deps, group, { state: 'withheld', why: refusal.message, commentId: null });
  }
  return settleAll(deps, group, { state: 'sent', commentId });
}

/** A refusal that trying again cannot mend: the item is gone, or the app may not comment on it. */
const refusalOf = (error: unknown): AppError | null =>
  isAppError(error, 'NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT') ? error : null;

async function settleAll(
  deps: DeliveryDeps,
  group: readonly Ready[],
  change: Partial<LedgerEntry> & { state: 'sent' | 'withheld' },
): Promise<DeliveryOutcome> {
  const settledAt = deps.clock.now().toISOString();
  await Promise.all(group.map(({ entry }) => deps.ledger.record({ ...entry, ...change, settledAt })));
  return {
    sent: change.state === 'sent' ? group.length : 0,
    withdrawn: 0,
    withheld: change.state === 'withheld' ? group.length : 0,
  };
}

const add = (a: DeliveryOutcome, b: DeliveryOutcome): DeliveryOutcome => ({
  sent: a.sent + b.sent,
  withdrawn: a.withdrawn + b.withdrawn,
  withheld: a.withheld + b.withheld,
});
