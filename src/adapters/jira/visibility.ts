import { isAppError } from '../../errors';
import type { Visibility } from '../../ports/visibility';
import type { JiraClient } from './client';

/**
 * Who may browse what. Asking about somebody else takes Administer Jira, which the app's account may lack, and an
 * account that is gone cannot be asked about: Jira tells nothing then.
 */
export function createVisibility(jira: JiraClient): Visibility {
  return {
    async check(accountId, { projectIds, issueIds }) {
      try {
        const { projects, issues } = await jira.browsable(accountId, projectIds, issueIds);
        return { projectIds: new Set(projects.map(String)), issueIds: new Set(issues.map(String)) };
      } catch (error) {
        if (isAppError(error, 'FORBIDDEN', 'BAD_INPUT', 'NOT_FOUND')) return null;
        throw error;
      }
    },
  };
}
