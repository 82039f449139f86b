import { joined, say, type Text } from '../../words';
import { instantAt, type LocalDate, localDate, localMinute } from '../calendar';
import { type Commitment, type Person, personOf, type ProjectPeople, recipientOf } from './commitment';
import { explain, meantFor } from './explain';
import { isQuiet, ladderOf, type Policy } from './policy';
import { requested, type Request } from './request';
import { escalationStages, ownerStage, type Stage, stageName } from './stage';

/** One message that the policy wants sent now. Preview and sending share it. */
export interface IntendedMessage {
  /** `commitment / due date / stage`: what makes it the same message, however often it is decided. */
  readonly key: string;
  readonly commitment: Commitment;
  readonly recipient: Person;
  /** Whom the rule names, where they cannot see the item and the lead is told instead. */
  readonly instead?: Person;
  /** Who asked for it; absent where the policy did. */
  readonly askedBy?: Person;
  /** Why nobody is told: it is kept in the ledger and not sent. */
  readonly withheld?: Text;
  readonly stage: Stage;
  /** The recipient's wall clock when it was decided, YYYY-MM-DDTHH:MM. */
  readonly local: string;
  /** The rule that fired, in words. */
  readonly why: Text;
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
  /** The days whose messages that person is told now; only today where this is absent. */
  readonly daysToTell?: (person: Person, now: Date) => readonly LocalDate[];
  /** What somebody asks to be said now of these commitments, in place of what the policy would say. */
  readonly requests?: ReadonlyMap<string, Request>;
  /** False for what is known to be hidden from that person. */
  readonly canSee?: (person: Person, commitment: Commitment) => boolean;
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
    if (commitment.done || isQuiet(context.policy, commitment.status)) return [];
    const request = context.requests?.get(commitment.id);
    if (request) return onRequest(request, commitment, context);
    if (context.isBacklog(commitment)) return [];
    const tells = commitment.asked?.tells ?? 'both';
    return [
      ...(tells === 'chain' ? [] : toOwner(commitment, context)),
      ...(tells === 'owner' ? [] : toChain(commitment, context)),
    ];
  });
}

function onRequest(request: Request, commitment: Commitment, context: DecideContext): IntendedMessage[] {
  const asked = requested(request, commitment, context);
  if (!asked) return [];
  const route = routeOf(asked.named, commitment, context);
  return [{ ...messageOf(commitment, route, asked.stage, context), askedBy: request.by }];
}

function toOwner(commitment: Commitment, context: DecideContext): IntendedMessage[] {
  const { people, policy } = context;
  const named = recipientOf(commitment, people);
  if (!named) return [];
  const route = routeOf(named, commitment, context);
  const { recipient } = route;
  const snoozedUntil = context.snoozedUntil(commitment);
  return daysOf(recipient, context).flatMap((day) => {
    if (snoozedUntil !== null && day < snoozedUntil) return [];
    const stage = ownerStage(commitment.dueDate, day, ladderOf(policy, commitment), policy.calendar);
    return stage ? intend(commitment, route, stage, day, context) : [];
  });
}

/** A snooze does not reach the chain: an owner cannot silence their own escalation. */
function toChain(commitment: Commitment, context: DecideContext): IntendedMessage[] {
  const { people, policy } = context;
  const ladder = ladderOf(policy, commitment);
  return ladder.escalations.flatMap(({ to }, i) => {
    const named = personOf(to, commitment, people, policy);
    if (!named) return [];
    const route = routeOf(named, commitment, context);
    const { recipient } = route;
    return daysOf(recipient, context).flatMap((day) =>
      escalationStages(commitment.dueDate, day, ladder, policy.calendar)
        .filter(({ level }) => level === i + 1)
        .flatMap((stage) => intend(commitment, route, stage, day, context)),
    );
  });
}

const daysOf = (person: Person, { now, daysToTell }: DecideContext): readonly LocalDate[] =>
  daysToTell?.(person, now) ?? [localDate(now, person.zone)];

type Route = Pick<IntendedMessage, 'recipient' | 'instead' | 'withheld'>;

/** Whom the rule names, or the lead where the item is hidden from them, or nobody where it is hidden from both. */
function routeOf(named: Person, commitment: Commitment, { people, canSee }: DecideContext): Route {
  if (!canSee || canSee(named, commitment)) return { recipient: named };
  const { lead } = people;
  return lead && canSee(lead, commitment)
    ? { recipient: lead, instead: named }
    : { recipient: named, withheld: say('messages.withheld') };
}

function intend(
  commitment: Commitment,
  route: Route,
  stage: Stage,
  day: LocalDate,
  context: DecideContext,
): IntendedMessage[] {
  const { recipient, withheld } = route;
  const { policy, now } = context;
  if (!isDeliveryOpen(recipient, policy, now)) return [];
  const message = messageOf(commitment, route, stage, context);
  const isToday = withheld !== undefined || day === localDate(now, recipient.zone);
  return [isToday ? message : { ...message, why: joined([message.why, meantFor(day)]) }];
}

function messageOf(
  commitment: Commitment,
  route: Route,
  stage: Stage,
  { now }: DecideContext,
): IntendedMessage {
  const { recipient, instead, withheld } = route;
  return {
    key: messageKey(commitment.id, commitment.dueDate, stage),
    commitment,
    ...route,
    stage,
    local: localMinute(now, recipient.zone),
    why: withheld ?? explain(stage, commitment, recipient, instead !== undefined),
  };
}
