import type { LocalDate } from '../calendar';
import type { Ladder, Policy, Who } from './policy';

/** Where people see a commitment, and where it is chased. */
export type Target =
  | { readonly kind: 'issue'; readonly id: string; readonly key: string }
  | { readonly kind: 'page'; readonly id: string; readonly title: string };

/** Something a person owes by a date. */
export interface Commitment {
  /** Stable over renames: `jira:10042`, `task:77:4711` for task 77 on page 4711. */
  readonly id: string;
  readonly projectId: string;
  readonly target: Target;
  readonly summary: string;
  /** The date that counts: the one promised last. */
  readonly dueDate: LocalDate;
  /** The date that was promised first, where that is another one. */
  readonly firstDate?: LocalDate;
  readonly owner: Person | null;
  readonly done: boolean;
  readonly status: string;
  readonly priority: string | null;
  readonly labels: readonly string[];
  /** True where a security level may hide it from people who see its project. */
  readonly restricted?: boolean;
  /** When it was written down, and when anything about it last changed, a comment included: ISO instants, where known. */
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** Who wrote it down; kept of tasks only, which have no reporter to look up. */
  readonly authorId?: string | null;
  /** What only those commitments have that a record or a report asks for. */
  readonly asked?: Asked;
}

/** How something is followed up that a record or a report asks for. */
export interface Asked {
  /** What several people owe is several commitments and one escalation: which of these this one is. */
  readonly tells: 'owner' | 'chain' | 'both';
  readonly by: 'record' | 'report';
  /** What is asked, in a few words: `Review, R-12`. */
  readonly rule: string;
  /** What the chain is told, in place of a date that has passed. */
  readonly news: string | null;
  readonly ladder: Ladder;
  /** Names of all who owe it. */
  readonly owers: readonly string[];
  /** Whom the ladder names, by account id. */
  readonly named: Readonly<Record<string, Person>>;
}

/** A person as far as a reminder needs to know. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** IANA zone of their profile. */
  readonly zone: string;
  readonly active: boolean;
}

/** Who stands behind the owner in one project. */
export interface ProjectPeople {
  readonly lead: Person | null;
  readonly sponsor: Person | null;
  /** Anybody whom the policy names: chain members and stand-ins, by account id. */
  readonly named: Readonly<Record<string, Person>>;
}

/**
 * The owner, or the project lead where there is no owner or the owner is inactive. An inactive lead still counts: the
 * message stands on the issue for whoever looks, and nobody else is named by the policy.
 */
export function recipientOf(commitment: Pick<Commitment, 'owner'>, people: ProjectPeople): Person | null {
  return commitment.owner?.active ? commitment.owner : people.lead;
}

/** Who a level of the chain tells about this commitment; the lead where that person is missing or inactive. */
export function personOf(
  who: Who,
  commitment: Pick<Commitment, 'owner' | 'asked'>,
  people: ProjectPeople,
  policy: Policy,
): Person | null {
  // Without a sponsor the sponsor's level does not happen; every other gap falls to the lead.
  if (who.kind === 'sponsor' && people.sponsor === null) return null;
  const person = namedPerson(who, commitment, people, policy);
  return person?.active ? person : people.lead;
}

function namedPerson(
  who: Who,
  { owner, asked }: Pick<Commitment, 'owner' | 'asked'>,
  people: ProjectPeople,
  policy: Policy,
): Person | null {
  switch (who.kind) {
    case 'lead':
      return people.lead;
    case 'sponsor':
      return people.sponsor;
    case 'person':
      return people.named[who.accountId] ?? asked?.named[who.accountId] ?? null;
    case 'stand-in':
      return (owner && people.named[policy.standIns[owner.accountId] ?? '']) || null;
  }
}

/** True for an inline task: several stand on one page, so that it is told by its words. */
export const isTask = ({ id }: Pick<Commitment, 'id'>): boolean => id.startsWith('task:');

/** True for a Jira issue, which has a creation and a backlog of its own. */
export const isIssue = ({ id }: Pick<Commitment, 'id'>): boolean => id.startsWith('jira:');

/** How lists and messages name the item: the issue's key, or the page's title. */
export const itemName = ({ target }: Pick<Commitment, 'target'>): string =>
  target.kind === 'issue' ? target.key : target.title;
