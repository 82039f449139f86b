import { instantAt, type LocalDate, localDate, localMinute } from '../calendar';
import { type Commitment, type Person, type ProjectPeople, recipientOf } from './commitment';
import { explain } from './explain';
import type { Policy } from './policy';
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

export interface DecideInput {
  readonly commitments: readonly Commitment[];
  readonly people: ProjectPeople;
  readonly policy: Policy;
  readonly now: Date;
  /** True for what was already long overdue when Docket was switched on and has not moved since. */
  readonly isBacklog: (commitment: Commitment) => boolean;
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
export function decide(input: DecideInput): IntendedMessage[] {
  return input.commitments.flatMap((commitment) => {
    if (commitment.done || input.isBacklog(commitment)) return [];
    return [...toOwner(commitment, input), ...toChain(commitment, input)];
  });
}

function toOwner(commitment: Commitment, input: DecideInput): IntendedMessage[] {
  const recipient = recipientOf(commitment, input.people);
  if (!recipient) return [];
  const stage = ownerStage(commitment.dueDate, localDate(input.now, recipient.zone), input.policy);
  return stage ? intend(commitment, recipient, stage, input) : [];
}

function toChain(commitment: Commitment, input: DecideInput): IntendedMessage[] {
  const roles = new Set(input.policy.escalations.map(({ to }) => to));
  return [...roles].flatMap((role) => {
    const recipient = input.people[role];
    if (!recipient) return [];
    const today = localDate(input.now, recipient.zone);
    return escalationStages(commitment.dueDate, today, input.policy)
      .filter((stage) => stage.to === role)
      .flatMap((stage) => intend(commitment, recipient, stage, input));
  });
}

function intend(
  commitment: Commitment,
  recipient: Person,
  stage: Stage,
  { policy, now }: DecideInput,
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
