import type { LocalDate } from '../calendar';

/** Something a person owes by a date. */
export interface Commitment {
  /** Stable over renames and moves: `jira:10042`. */
  readonly id: string;
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly dueDate: LocalDate;
  readonly owner: Person | null;
  readonly done: boolean;
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
}

/**
 * The owner, or the project lead where there is no owner or the owner is inactive. An inactive lead still counts: the
 * message stands on the issue for whoever looks, and nobody else is named by the policy.
 */
export function recipientOf(commitment: Pick<Commitment, 'owner'>, people: ProjectPeople): Person | null {
  return commitment.owner?.active ? commitment.owner : people.lead;
}
