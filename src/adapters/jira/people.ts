import type { Access, People } from '../../ports/access';
import type { JiraClient } from './client';
import { toPerson } from './issues';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get */
const BULK_USERS = 128;

export function createAccess(jira: JiraClient): Access {
  return {
    async can(permission, projectId) {
      return (await jira.permissions([permission], projectId))[permission] === true;
    },
  };
}

export function createPeople(jira: JiraClient): People {
  return {
    async names(accountIds) {
      const ids = [...new Set(accountIds)];
      const names: Record<string, string> = {};
      for (let start = 0; start < ids.length; start += BULK_USERS) {
        for (const user of await jira.users(ids.slice(start, start + BULK_USERS)))
          names[user.accountId] = user.displayName;
      }
      return names;
    },
    async find(projectKey, query) {
      return (await jira.assignable(projectKey, query)).map(toPerson);
    },
  };
}
