/**
 * Who may call what through the app, by Atlassian's own operation ids: either the classic scope, or the whole granular set
 * after the bar. From `x-atlassian-oauth2-scopes` in the Jira Cloud platform document:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
 */
const SCOPES = {
  searchAndReconsileIssuesUsingJql:
    'read:jira-work | read:issue-details:jira read:audit-log:jira read:avatar:jira read:field-configuration:jira read:issue-meta:jira',
  searchAndReconsileIssuesUsingJqlPost:
    'read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira',
  countIssues:
    'read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira',
  searchForIssuesUsingJql:
    'read:jira-work | read:issue-details:jira read:audit-log:jira read:avatar:jira read:field-configuration:jira read:issue-meta:jira',
  searchForIssuesUsingJqlPost:
    'read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira',
  getIssue:
    'read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira',
  createIssue:
    'write:jira-work | write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira',
  createIssues:
    'write:jira-work | write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira',
  editIssue: 'write:jira-work | write:issue:jira',
  deleteIssue: 'write:jira-work | delete:issue:jira',
  bulkFetchIssues:
    'read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira',
  getChangeLogs: 'read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira',
  getTransitions:
    'read:jira-work | read:issue.transition:jira read:status:jira read:field-configuration:jira',
  doTransition: 'write:jira-work | write:issue:jira write:issue.property:jira',
  getComments:
    'read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira',
  addComment:
    'write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira',
  getComment:
    'read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira',
  updateComment:
    'write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira',
  deleteComment: 'write:jira-work | delete:comment:jira delete:comment.property:jira',
  getCommentPropertyKeys: 'read:jira-work | read:comment.property:jira',
  getCommentProperty: 'read:jira-work | read:comment.property:jira',
  setCommentProperty: 'write:jira-work | write:comment.property:jira',
  deleteCommentProperty: 'write:jira-work | delete:comment.property:jira',
  getIssuePropertyKeys: 'read:jira-work | read:issue.property:jira',
  getIssueProperty: 'read:jira-work | read:issue.property:jira',
  setIssueProperty: 'write:jira-work | write:issue.property:jira',
  deleteIssueProperty: 'write:jira-work | delete:issue.property:jira',
  linkIssues: 'write:jira-work | write:comment:jira write:issue:jira write:issue-link:jira',
  getIssueLink:
    'read:jira-work | read:field:jira read:issue-link-type:jira read:issue:jira read:issue-type:jira read:priority:jira read:status:jira read:avatar:jira read:issue.time-tracking:jira read:project-category:jira read:project:jira read:user:jira',
  deleteIssueLink: 'write:jira-work | delete:issue-link:jira',
  getIssueLinkTypes: 'read:jira-work | read:issue-link-type:jira',
  getProjectVersions: 'read:jira-work | read:project-version:jira',
  getProjectVersionsPaginated: 'read:jira-work | read:project-version:jira',
  getVersion: 'read:jira-work | read:project-version:jira',
  createVersion: 'manage:jira-project | write:project-version:jira read:project-version:jira',
  updateVersion: 'manage:jira-project | write:project-version:jira read:project-version:jira',
  getProject:
    'read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira',
  searchProjects:
    'read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira',
  getAllStatuses: 'read:jira-work | read:issue-status:jira read:issue-type:jira read:status:jira',
  getIssueTypesForProject:
    'read:jira-work | read:issue-type:jira read:avatar:jira read:project-category:jira read:project:jira',
  getIssueAllTypes:
    'read:jira-work | read:issue-type:jira read:avatar:jira read:project-category:jira read:project:jira',
  getUser: 'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  bulkGetUsers: 'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  findUsers:
    'read:jira-user | read:user:jira read:user.property:jira read:application-role:jira read:avatar:jira read:group:jira',
  findAssignableUsers:
    'read:jira-user | read:issue:jira read:project:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira',
  findBulkAssignableUsers:
    'read:jira-user | read:project:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira',
  getCurrentUser:
    'read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira',
  getMyPermissions: 'read:jira-work | read:permission:jira',
  // The document lists no classic scope, its deprecation notice of 2024-06-15 does; the stricter reading holds.
  getBulkPermissions: 'read:jira-work | read:permission:jira',
  getServerInfo: '',
  getPriorities: 'read:jira-work | read:priority:jira',
  getStatuses: 'read:jira-work | read:status:jira',
  getFields:
    'read:jira-work | read:field:jira read:avatar:jira read:project-category:jira read:project:jira read:field-configuration:jira',
} as const;

export type JiraOperationId = keyof typeof SCOPES;

/** Alternative scope sets of an operation, each sufficient; none where the operation needs no scope. */
export const scopesOf = (id: JiraOperationId): readonly (readonly string[])[] =>
  SCOPES[id] === '' ? [] : SCOPES[id].split(' | ').map((set) => set.split(' '));
