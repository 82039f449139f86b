import type { LocalDate } from '../domain/calendar';
import type { Commitment, LiveCommitment, Person, ProjectPeople } from '../domain/commitments';

/** Which commitments of a project to read. Clauses within a list are alternatives; so are the lists. */
export interface CommitmentQuery {
  readonly projectId: string;
  /** Items due on `dates` of these owners, and without an owner where `unowned`. */
  readonly owners?: {
    readonly dates: readonly LocalDate[];
    readonly among: readonly string[];
    readonly unowned: boolean;
  };
  /** Items due on `dates` of any other owner. */
  readonly strangers?: { readonly dates: readonly LocalDate[]; readonly notAmong: readonly string[] };
  /** Items due on `dates` that were created since `createdFrom`: their owner's morning may be over. */
  readonly recent?: { readonly dates: readonly LocalDate[]; readonly createdFrom: Date };
  /** Items due on these dates, whoever owns them. */
  readonly dates?: readonly LocalDate[];
  readonly issueIds?: readonly string[];
  /** Items due before this date, open, and created no later than `createdBy`. */
  readonly dueUpTo?: LocalDate;
  readonly dueFrom?: LocalDate;
  readonly createdBy?: Date;
}

/** Reads Jira for the follow-up. Everything is what the app can see. */
export interface Issues {
  /**
   * Open commitments that match, to the last page.
   * @throws AppError FORBIDDEN or NOT_FOUND where the project is out of reach.
   */
  commitments(query: CommitmentQuery): Promise<Commitment[]>;
  /** The same items as they stand now, by issue id; what is deleted or out of sight is absent. */
  live(issueIds: readonly string[]): Promise<ReadonlyMap<string, LiveCommitment>>;
  /** The project's lead and, where one is named, its sponsor, as people. */
  people(projectId: string, sponsorId: string | null): Promise<ProjectPeople>;
  project(projectId: string): Promise<{ readonly id: string; readonly key: string; readonly name: string }>;
  person(accountId: string): Promise<Person | null>;
}
