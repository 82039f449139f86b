import type { Asked, Commitment, Person, Target } from './commitment';
import type { Obligation } from './obligation';
import type { Ladder } from './policy';

const PREFIX = 'asked:';

/** True for what a record or a report asks for. */
export const isAsked = ({ id }: Pick<Commitment, 'id'>): boolean => id.startsWith(PREFIX);

/** What a commitment's id says: `asked:issue:10042:record:10042:risk:review#ann`. */
export interface AskedId {
  readonly target: Pick<Target, 'kind' | 'id'>;
  readonly obligationId: string;
  /** `null` where it is the commitment of nobody in particular. */
  readonly accountId: string | null;
}

const askedId = ({ id, target }: Obligation, accountId: string | null): string =>
  `${PREFIX}${target.kind}:${target.id}:${id}${accountId === null ? '' : `#${accountId}`}`;

/** `null` where it is no such commitment. */
export function readAskedId(commitmentId: string): AskedId | null {
  const [, kind, id, obligationId, accountId] =
    /^asked:(issue|page):([^:]+):([^#]+)(?:#(.+))?$/.exec(commitmentId) ?? [];
  if ((kind !== 'issue' && kind !== 'page') || id === undefined || obligationId === undefined) return null;
  return { target: { kind, id }, obligationId, accountId: accountId ?? null };
}

/** Everybody who has to be known before an obligation can be followed up. */
export function peopleNeeded({ people, ladder }: Obligation): string[] {
  const levels = ladder?.escalations ?? [];
  return [...people, ...levels.flatMap(({ to }) => (to.kind === 'person' ? [to.accountId] : []))];
}

/**
 * An obligation as commitments: one for each who owes it, and one by which the chain is told once for all of them, and
 * that stays the same when it passes to somebody else.
 */
export function commitmentsOf(
  obligation: Obligation,
  personOf: (accountId: string) => Person | null,
  projectLadder: Ladder,
): Commitment[] {
  const people = [...new Set(obligation.people)];
  const owners = people.flatMap((id) => personOf(id) ?? []);
  const named = peopleNeeded(obligation).flatMap((id) => personOf(id) ?? []);
  const { projectId, target, summary, dueDate, rule, news, subject } = obligation;
  const commitment = (accountId: string | null, tells: Asked['tells']): Commitment => ({
    id: askedId(obligation, accountId),
    projectId,
    target,
    summary,
    dueDate,
    owner: accountId === null ? (owners[0] ?? null) : personOf(accountId),
    done: false,
    status: '',
    priority: null,
    labels: [],
    asked: {
      tells,
      by: subject.startsWith('record:') ? 'record' : 'report',
      rule,
      news,
      ladder: obligation.ladder ?? projectLadder,
      owers: owners.map(({ displayName }) => displayName),
      named: Object.fromEntries(named.map((person) => [person.accountId, person])),
    },
  });
  if (obligation.tells === 'chain') return [commitment(null, 'chain')];
  if (people.length === 0) return [commitment(null, 'both')];
  return [...people.map((id) => commitment(id, 'owner')), commitment(null, 'chain')];
}

/** What the chain is told of: what several people owe has one escalation for all of them. */
export const escalatedAs = (commitment: Commitment): Commitment =>
  commitment.asked?.tells === 'owner'
    ? { ...commitment, id: commitment.id.replace(/#.*$/, ''), asked: { ...commitment.asked, tells: 'chain' } }
    : commitment;
