import { say, type Text } from '../../words';
import { type LocalDate, localDate } from '../calendar';
import type { Commitment } from './commitment';
import { decide, type DecideContext, type IntendedMessage } from './decide';

/** What to do with a claimed message once the live item has been read. */
export type Verdict =
  | { readonly do: 'send'; readonly message: IntendedMessage }
  /** The reason is gone; the message stays in the ledger as withdrawn. */
  | { readonly do: 'withdraw'; readonly why: Text }
  /** It is still owed, but not now (its new owner's morning has not come): give the claim back. */
  | { readonly do: 'release' };

/** A commitment as it is found: its date may be gone. */
export type LiveCommitment = Omit<Commitment, 'dueDate'> & { readonly dueDate: LocalDate | null };

/** What is owed no longer, and why. */
export interface Ended {
  readonly ended: Text;
}

export const isEnded = <T extends object>(item: T | Ended): item is Ended => 'ended' in item;

/** A claim as the ledger keeps it: enough to decide it again. */
export interface ClaimedMessage {
  readonly key: string;
  readonly dueDate: LocalDate;
}

/**
 * Decides once more on the live item, so that checking and deciding can never disagree. `context.now` is when it was
 * decided, `sendAt` is now: a message whose day is over is not sent on the next, whose own stage follows.
 */
export function recheck(
  claim: ClaimedMessage,
  live: LiveCommitment | Ended | null,
  context: DecideContext,
  sendAt: Date,
): Verdict {
  if (!live) return { do: 'withdraw', why: say('messages.withdrawn.deleted') };
  if (isEnded(live)) return { do: 'withdraw', why: live.ended };
  if (live.done) return { do: 'withdraw', why: say('messages.withdrawn.done') };
  const { dueDate } = claim;
  if (live.dueDate !== dueDate) {
    const why = live.dueDate
      ? say('messages.withdrawn.moved', { date: { date: live.dueDate } })
      : say('messages.withdrawn.undated');
    return { do: 'withdraw', why };
  }
  const again = decide([{ ...live, dueDate }], context).find(({ key }) => key === claim.key);
  if (!again) return { do: 'release' };
  const { zone } = again.recipient;
  if (localDate(sendAt, zone) !== localDate(context.now, zone)) {
    return { do: 'withdraw', why: say('messages.withdrawn.missed') };
  }
  return { do: 'send', message: again };
}
