import type { CoverageLine, CoverageUser } from '../coverage-line';

const OPERATIONS = 'sandbox/site/jira/operations';
const API = '/rest/api/3';
const ISSUE = `${API}/issue/{issueIdOrKey}`;
const PROJECT = `${API}/project/{projectIdOrKey}`;
const COMMENT = `${API}/comment/{commentId}/properties`;

/** Who relies on an operation: Docket under this scope, or nobody but other clients. */
type Use = 'read:jira-work' | 'write:jira-work' | 'read:jira-user' | 'clients' | 'people';

/** `missing` names what of the documented operation is not there; absent where nothing is. */
function line(id: string, route: string, use: Use, testedBy: string, missing?: string): CoverageLine {
  const byDocket = use.includes(':');
  const usedBy: CoverageUser[] = byDocket
    ? ['docket', 'clients']
    : use === 'people'
      ? ['clients', 'people']
      : ['clients'];
  return {
    product: 'jira',
    id,
    route,
    scope: byDocket ? use : '',
    status: missing === undefined ? 'full' : 'partial',
    usedBy,
    testedBy: `${OPERATIONS}/${testedBy}.test.ts`,
    note: missing ?? '',
  };
}

const EXPANDS = 'of expand only names, schema, changelog and transitions';
const FIELDS = 'no votes, watches, worklogs, attachments, icons; custom fields hold numbers only';
const SEARCH = `${EXPANDS}; ${FIELDS}; every write is found at once`;
const UPDATE =
  'no transition in the body, no history metadata; the edit and create screens hold all modelled fields';
const COMMENTS = 'no restricted visibility, no rendered body';
const VERSION = 'no driver, approvers, operations; no expand';
const USER = 'no groups, application roles, avatars';

/** What the site serves of Jira, operation by operation. */
export const jiraCoverage: readonly CoverageLine[] = [
  line('searchAndReconsileIssuesUsingJql', `GET ${API}/search/jql`, 'clients', 'issue-search', SEARCH),
  line(
    'searchAndReconsileIssuesUsingJqlPost',
    `POST ${API}/search/jql`,
    'read:jira-work',
    'issue-search',
    SEARCH,
  ),
  line('countIssues', `POST ${API}/search/approximate-count`, 'read:jira-work', 'issue-search'),
  line(
    'searchForIssuesUsingJql',
    `GET ${API}/search`,
    'clients',
    'issue-search',
    'answers 410, as real sites do',
  ),
  line(
    'searchForIssuesUsingJqlPost',
    `POST ${API}/search`,
    'clients',
    'issue-search',
    'answers 410, as real sites do',
  ),

  line('getIssue', `GET ${ISSUE}`, 'read:jira-work', 'issues', `${EXPANDS}; ${FIELDS}`),
  line('bulkFetchIssues', `POST ${API}/issue/bulkfetch`, 'read:jira-work', 'issues', `${EXPANDS}; ${FIELDS}`),
  line('createIssue', `POST ${API}/issue`, 'write:jira-work', 'issue-create', UPDATE),
  line('createIssues', `POST ${API}/issue/bulk`, 'clients', 'issue-create', UPDATE),
  line('editIssue', `PUT ${ISSUE}`, 'write:jira-work', 'issues', UPDATE),
  line('deleteIssue', `DELETE ${ISSUE}`, 'clients', 'issues'),
  line('getChangeLogs', `GET ${ISSUE}/changelog`, 'clients', 'issues'),
  line(
    'getTransitions',
    `GET ${ISSUE}/transitions`,
    'clients',
    'transitions',
    'one workflow, all transitions global; no expand',
  ),
  line(
    'doTransition',
    `POST ${ISSUE}/transitions`,
    'clients',
    'transitions',
    'of the screen only the resolution',
  ),

  line('getIssuePropertyKeys', `GET ${ISSUE}/properties`, 'clients', 'issue-properties'),
  line('getIssueProperty', `GET ${ISSUE}/properties/{propertyKey}`, 'read:jira-work', 'issue-properties'),
  line(
    'setIssueProperty',
    `PUT ${ISSUE}/properties/{propertyKey}`,
    'write:jira-work',
    'issue-properties',
    'no property events',
  ),
  line(
    'deleteIssueProperty',
    `DELETE ${ISSUE}/properties/{propertyKey}`,
    'clients',
    'issue-properties',
    'no property events',
  ),

  line('getComments', `GET ${ISSUE}/comment`, 'read:jira-work', 'comments', COMMENTS),
  line('addComment', `POST ${ISSUE}/comment`, 'write:jira-work', 'comments', COMMENTS),
  line('getComment', `GET ${ISSUE}/comment/{id}`, 'clients', 'comments', COMMENTS),
  line('updateComment', `PUT ${ISSUE}/comment/{id}`, 'clients', 'comments', COMMENTS),
  line('deleteComment', `DELETE ${ISSUE}/comment/{id}`, 'clients', 'comments'),
  line('getCommentPropertyKeys', `GET ${COMMENT}`, 'clients', 'comment-properties'),
  line('getCommentProperty', `GET ${COMMENT}/{propertyKey}`, 'read:jira-work', 'comment-properties'),
  line('setCommentProperty', `PUT ${COMMENT}/{propertyKey}`, 'clients', 'comment-properties'),
  line('deleteCommentProperty', `DELETE ${COMMENT}/{propertyKey}`, 'clients', 'comment-properties'),

  line('linkIssues', `POST ${API}/issueLink`, 'clients', 'links'),
  line('getIssueLink', `GET ${API}/issueLink/{linkId}`, 'clients', 'links'),
  line('deleteIssueLink', `DELETE ${API}/issueLink/{linkId}`, 'clients', 'links'),
  line('getIssueLinkTypes', `GET ${API}/issueLinkType`, 'clients', 'links'),

  line('getProjectVersions', `GET ${PROJECT}/versions`, 'read:jira-work', 'versions', VERSION),
  line('getProjectVersionsPaginated', `GET ${PROJECT}/version`, 'read:jira-work', 'versions', VERSION),
  line('getVersion', `GET ${API}/version/{id}`, 'clients', 'versions', VERSION),
  line('createVersion', `POST ${API}/version`, 'clients', 'versions', `${VERSION}; no version events`),
  line('updateVersion', `PUT ${API}/version/{id}`, 'clients', 'versions', `${VERSION}; no version events`),

  line(
    'getProject',
    `GET ${PROJECT}`,
    'read:jira-work',
    'projects',
    'no roles, avatars, categories, insight',
  ),
  line(
    'searchProjects',
    `GET ${API}/project/search`,
    'read:jira-work',
    'projects',
    'no properties, categories; ordered by key or name',
  ),
  line(
    'getAllStatuses',
    `GET ${PROJECT}/statuses`,
    'clients',
    'projects',
    'one workflow for all issue types',
  ),
  line('getIssueTypesForProject', `GET ${API}/issuetype/project`, 'clients', 'projects', 'no icons'),

  line('getUser', `GET ${API}/user`, 'read:jira-user', 'users', USER),
  line('bulkGetUsers', `GET ${API}/user/bulk`, 'read:jira-user', 'users', USER),
  line('findUsers', `GET ${API}/user/search`, 'read:jira-user', 'users', `${USER}; no user properties`),
  line(
    'findAssignableUsers',
    `GET ${API}/user/assignable/search`,
    'read:jira-user',
    'users',
    `${USER}; no recommendation`,
  ),
  line('findBulkAssignableUsers', `GET ${API}/user/assignable/multiProjectSearch`, 'clients', 'users', USER),
  line('getCurrentUser', `GET ${API}/myself`, 'people', 'users', USER),
  line(
    'getMyPermissions',
    `GET ${API}/mypermissions`,
    'read:jira-work',
    'permissions',
    'one permission scheme; not by uuid or comment',
  ),
  line(
    'getBulkPermissions',
    `POST ${API}/permissions/check`,
    'read:jira-work',
    'permissions',
    'one permission scheme',
  ),

  line('getIssueAllTypes', `GET ${API}/issuetype`, 'clients', 'metadata', 'no icons'),
  line('getPriorities', `GET ${API}/priority`, 'clients', 'metadata', 'no icons, colours'),
  line('getStatuses', `GET ${API}/status`, 'clients', 'metadata', 'no icons'),
  line(
    'getFields',
    `GET ${API}/field`,
    'clients',
    'metadata',
    'the modelled system fields and the custom number fields',
  ),
  line('getServerInfo', `GET ${API}/serverInfo`, 'clients', 'metadata', 'no build information'),
];
