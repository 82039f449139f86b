/** The fields on the create screen and on the edit screen: the site has one for both. */
export const ISSUE_SCREEN: ReadonlySet<string> = new Set([
  'summary',
  'description',
  'issuetype',
  'assignee',
  'reporter',
  'duedate',
  'labels',
  'priority',
  'fixVersions',
  'versions',
  'components',
  'parent',
  'security',
]);
