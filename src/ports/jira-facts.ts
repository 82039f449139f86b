import type { FoundRecords, Item, Version } from '../domain/status';

/** Reads Jira for the weekly status, as the app sees it; what the app may not browse does not count. */
export interface JiraFacts {
  /** How many issues match: `POST search/approximate-count`, one call, no issue returned. @throws AppError BAD_INPUT */
  count(jql: string): Promise<number>;
  /**
   * The first `max` issues that match, in the query's order, with no more fields than an `Item` needs (summary, duedate,
   * assignee). Pages by token until `max` is reached; `max` itself is the page size where it is at most 100.
   */
  search(query: { readonly jql: string; readonly max: number }): Promise<Item[]>;
  /**
   * The sum of a number field over the issues that match; a point an issue. `null` where more than `max` match.
   * @throws AppError BAD_INPUT where Jira has no such field
   */
  sumField(query: {
    readonly jql: string;
    readonly fieldId: string;
    readonly max: number;
  }): Promise<number | null>;
  /** All versions of the project, archived ones included. */
  versions(projectId: string): Promise<Version[]>;
  /** The first `max` issues that match, with these properties on them: at most five. */
  records(query: {
    readonly jql: string;
    readonly propertyKeys: readonly string[];
    readonly max: number;
  }): Promise<FoundRecords[]>;
}
