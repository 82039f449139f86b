import type { Assignments } from '../../ports/assignments';
import type { JiraClient } from './client';

export const createAssignments = (jira: JiraClient): Assignments => ({
  async assign(issueId, accountId) {
    await jira.editIssue(issueId, { assignee: accountId === null ? null : { accountId } });
  },
});
