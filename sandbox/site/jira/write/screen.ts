import type { SiteState } from '../../state';

const SYSTEM_FIELDS = [
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
  'timetracking',
];

/** The fields on the create screen and on the edit screen: the site has one for both, with every custom field on it. */
export const issueScreen = ({ customFields }: SiteState): ReadonlySet<string> =>
  new Set([...SYSTEM_FIELDS, ...[...customFields.all()].map(({ id }) => id)]);
