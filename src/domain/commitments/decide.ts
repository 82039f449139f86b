import { instantAt, type LocalDate, localDate, localMinute } from '../calendar';
import { type Commitment, type Person, personOf, type ProjectPeople, recipientOf } from './commitment';
import { explain } from './explain';
import { isQuiet, ladderOf, type Policy } from './policy';
import { escalationStages, ownerStage, type Stage, stageName } from './stage';

/** One message that the policy wants sent now. Preview and sending share it. */
export interface IntendedMessage {
  /** `commitment / due date / stage`: what makes it the same message, however often it is decided. */
  readonly key: string;
  readonly commitment: Commitment;
  readonly recipient: Person;
  readonly stage: Stage;
  /** The recipient's wall clock when it was decided, YYYY-MM-DDTHH:MM. */
  readonly local: string;
  /** The rule that fired, in words. */
  readonly why: string;
}

/** Everything that a decision about one project rests on besides the commitments. */
export interface DecideContext {
  readonly people: ProjectPeople;
  readonly policy: Policy;
  readonly now: Date;
  /** True for what was already long overdue when Docket was switched on and has not moved since. */
  readonly isBacklog: (commitment: Commitment) => boolean;
  /** The date until which the owner wants no reminders of it, exclusive; `null` where there is none. */
  readonly snoozedUntil: (commitment: Commitment) => LocalDate | null;
}

/** The message's identity. A changed due date is a new key: the ladder starts again. */
export function messageKey(commitmentId: string, dueDate: LocalDate, stage: Stage): string {
  return `${commitmentId}/${dueDate}/${stageName(stage)}`;
}

/** True from the delivery time on, on the recipient's own clock. */
export function isDeliveryOpen(recipient: Person, policy: Policy, now: Date): boolean {
  return instantAt(localDate(now, recipient.zone), policy.deliveryTime, recipient.zone) <= now;
}

/**
 * Every message that is due now: pure, so that a late, early or repeated run decides the same. What has been sent
 * already is the ledger's business, not this function's.
 */
export function decide(commitments: readonly Commitment[], context: DecideContext): IntendedMessage[] {
  return commitments.flatMap((commitment) => {
    if (commitment.done || isQuiet(context.policy, commitment.status) || context.isBacklog(commitment))
      return [];
    return [...toOwner(commitment, context), ...toChain(commitment, context)];
  });
}

function toOwner(commitment: Commitment, context: DecideContext): IntendedMessage[] {
  const { people, policy, now } = context;
  const recipient = recipientOf(commitment, people);
  if (!recipient) return [];
  const today = localDate(now, recipient.zone);
  const snoozedUntil = context.snoozedUntil(commitment);
  if (snoozedUntil !== null && today < snoozedUntil) return [];
  const stage = ownerStage(commitment.dueDate, today, ladderOf(policy, commitment), policy.calendar);
  return stage ? intend(commitment, recipient, stage, context) : [];
}

/** A snooze does not reach the chain: an owner cannot silence their own escalation. */
function toChain(commitment: Commitment, context: DecideContext): IntendedMessage[] {
  const { people, policy, now } = context;
  const ladder = ladderOf(policy, commitment);
  return ladder.escalations.flatMap(({ to }, i) => {
    const recipient = personOf(to, commitment, people, policy);
    if (!recipient) return [];
    const today = localDate(now, recipient.zone);
    return escalationStages(commitment.dueDate, today, ladder, policy.calendar)
      .filter(({ level }) => level === i + 1)
      .flatMap((stage) => intend(commitment, recipient, stage, context));
  });
}

function intend(
  commitment: Commitment,
  recipient: Person,
  stage: Stage,
  { policy, now }: DecideContext,
): IntendedMessage[] {
  if (!isDeliveryOpen(recipient, policy, now)) return [];
  return [
    {
      key: messageKey(commitment.id, commitment.dueDate, stage),
      commitment,
      recipient,
      stage,
      local: localMinute(now, recipient.zone),
      why: explain(stage, commitment, recipient),
    },
  ];
}
