import type { LocalDate } from '../domain/calendar';
import type { Clause, Commitment, LiveCommitment, Person } from '../domain/commitments';
import type { Version } from '../domain/status';

/** Items due after one date and up to another; `null` leaves an end open. Lists ask so, runs never do. */
export interface RangeClause {
  readonly kind: 'range';
  readonly after: LocalDate | null;
  readonly upTo: LocalDate | null;
  /** True for those alone that nobody owns. */
  readonly unowned?: boolean;
}

/** Items of some projects that match a clause; projects that ask for the same share one. */
export interface ClauseGroup {
  readonly projectIds: readonly string[];
  /** JQL of the projects that says which items are commitments at all; `null`: every open item with a due date. */
  readonly actionQuery: string | null;
  readonly clause: Clause | RangeClause;
}

/** One query, with the groups as alternatives. */
export type CommitmentQuery = readonly ClauseGroup[];

export interface CommitmentPage {
  readonly commitments: readonly Commitment[];
  /** Continues the very same query; `null` at its end. */
  readonly next: string | null;
}

/** Open items of one project that are long overdue. */
export interface OverdueQuery {
  readonly projectId: string;
  readonly actionQuery: string | null;
  readonly dueFrom?: LocalDate;
  readonly dueUpTo: LocalDate;
  readonly createdBy?: Date;
  readonly atMost: number;
}

export interface ProjectFacts {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly leadId: string | null;
  /** All of them, archived ones included. */
  readonly versions: readonly Version[];
}

/** An issue with properties of ours on it, which may hold anything; what it does not have is absent. */
export interface CarryingIssue {
  readonly item: LiveCommitment;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Reads Jira for the follow-up. Everything is what the calling account can see. */
export interface Issues {
  /**
   * A page of open commitments, the earliest due first; `atMost` makes it a smaller one.
   * @throws AppError BAD_INPUT where Jira refuses the query, for example because a project is gone.
   */
  commitments(query: CommitmentQuery, next: string | null, atMost?: number): Promise<CommitmentPage>;
  /** About how many open commitments there are: recent changes may not be counted yet. */
  count(query: CommitmentQuery): Promise<number>;
  /** The same items as they stand now, by commitment id; what is deleted or out of sight is absent. */
  live(commitmentIds: readonly string[]): Promise<ReadonlyMap<string, LiveCommitment>>;
  /** Issues by their ids with these of our properties, in one reading; what is deleted or out of sight is absent. */
  carrying(
    issueIds: readonly string[],
    propertyKeys: readonly string[],
  ): Promise<ReadonlyMap<string, CarryingIssue>>;
  /** One issue by key or id; `null` where it is gone or out of sight. */
  find(issueIdOrKey: string): Promise<LiveCommitment | null>;
  overdue(query: OverdueQuery): Promise<Commitment[]>;
  project(projectIdOrKey: string): Promise<ProjectFacts>;
  /** People by account id; who is gone is absent. */
  persons(accountIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}
