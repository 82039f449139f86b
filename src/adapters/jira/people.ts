import type { Access, People, Projects } from '../../ports/access';
import type { JiraClient } from './client';
import { toPerson } from './issues';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get */
const BULK_USERS = 128;
/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get */
const PROJECT_PAGE = 50;

export function createAccess(jira: JiraClient): Access {
  return {
    async can(permission, projectId) {
      return (await jira.permissions([permission], projectId))[permission] === true;
    },
  };
}

export function createProjects(jira: JiraClient): Projects {
  return {
    async among(projectIds) {
      const visible = new Map<string, { key: string; name: string }>();
      for (let start = 0; start < projectIds.length; start += PROJECT_PAGE) {
        const { values } = await jira.projectPage(projectIds.slice(start, start + PROJECT_PAGE));
        for (const { id, key, name } of values) visible.set(id, { key, name });
      }
      return visible;
    },
    async find(query) {
      return (await jira.findProjects(query)).values;
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
    async search(query) {
      return (await jira.findUsers(query)).map(toPerson);
    },
  };
}
