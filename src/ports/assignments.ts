/** Who an issue is assigned to, changed with the rights of the person who is present. */
export interface Assignments {
  /** @throws AppError BAD_INPUT, FORBIDDEN where Jira does not let them: its own words are in the message */
  assign(issueId: string, accountId: string | null): Promise<void>;
}
