import { type LocalDate, localDate, workingDaysIn } from '../calendar';
import { type Commitment, type Person, personOf, recipientOf } from './commitment';
import type { DecideContext } from './decide';
import { ladderOf } from './policy';
import type { Stage } from './stage';

/** What a person asks Docket to say now, whatever the hour and the day. */
export type Request = { readonly by: Person } &
  /** To whoever owes it; `on` is the project's date, so that one day has one of them. */
  (
    | { readonly kind: 'remind'; readonly on: LocalDate }
    /** To the next level of the chain. */
    | { readonly kind: 'escalate'; readonly level: number }
  );

/** Who is to be told on a request, and as which stage; `null` where there is nobody, or the owner has put it off. */
export function requested(
  request: Request,
  commitment: Commitment,
  context: DecideContext,
): { readonly named: Person; readonly stage: Stage } | null {
  const { people, policy, now } = context;
  const named =
    request.kind === 'remind'
      ? recipientOf(commitment, people)
      : personAt(request.level, commitment, context);
  if (!named) return null;
  const today = localDate(now, named.zone);
  const late = today > commitment.dueDate ? workingDaysIn(commitment.dueDate, today, policy.calendar) : null;
  if (request.kind === 'remind') {
    const until = context.snoozedUntil(commitment);
    if (until !== null && today < until) return null;
    return { named, stage: { kind: 'asked', on: request.on, late } };
  }
  const to = ladderOf(policy, commitment).escalations[request.level - 1]?.to;
  if (!to || late === null) return null;
  return { named, stage: { kind: 'escalated', level: request.level, days: late, to, byHand: true } };
}

function personAt(level: number, commitment: Commitment, { people, policy }: DecideContext): Person | null {
  const to = ladderOf(policy, commitment).escalations[level - 1]?.to;
  return to ? personOf(to, commitment, people, policy) : null;
}

/** The request that a message came of, as the ledger keeps it; `null` where the policy sent it. */
export function requestOf(stage: string, by: Person | null): Request | null {
  const [, kind, what] = /^(asked|escalated)\((.+)\)$/.exec(stage) ?? [];
  if (by === null || what === undefined) return null;
  return kind === 'asked' ? { kind: 'remind', on: what, by } : { kind: 'escalate', level: Number(what), by };
}
