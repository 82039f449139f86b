import { canBrowse } from '../access';
import type { Issue, TimeTracking } from '../entities';
import type { SiteState } from '../state';
import type { Table } from '../store';
import { customFieldsOf } from './custom-fields';
import { changesOf } from './format/changelog';
import { commentsOf, formatComment } from './format/comment';
import { formatLinkedIssue, formatLinksOf } from './format/link';
import { formatProjectBrief, formatVersionBrief } from './format/project';
import { formatIssueType, formatNamed, formatStatus, formatStatusCategory } from './format/reference';
import { formatPerson } from './format/user';
import { formatTimeTracking } from './time-tracking';
import { type View, jiraDateTime, selfOf } from './wire';

/** One issue field: what `GET /field` tells of it, and its value on the wire (`undefined`: left out). */
export interface IssueField {
  readonly id: string;
  readonly name: string;
  readonly clauseNames: readonly string[];
  readonly navigable: boolean;
  readonly orderable: boolean;
  readonly schema:
    | { readonly type: string; readonly items?: string; readonly system: string }
    | { readonly type: string; readonly custom: string; readonly customId: number };
  readonly value: (view: View, issue: Issue) => unknown;
}

type Value = IssueField['value'];
interface Traits {
  readonly clauses?: readonly string[];
  readonly items?: string;
  readonly navigable?: boolean;
  readonly orderable?: boolean;
}

const field = (id: string, name: string, type: string, value: Value, traits: Traits = {}): IssueField => ({
  id,
  name,
  clauseNames: traits.clauses ?? [id],
  navigable: traits.navigable ?? true,
  orderable: traits.orderable ?? true,
  schema: { type, ...(traits.items === undefined ? {} : { items: traits.items }), system: id },
  value,
});

const rowsOf = <T extends { id: string }>(table: Table<T>, ids: readonly string[]): T[] =>
  ids.flatMap((id) => table.get(id) ?? []);

const named = (
  kind: string,
  table: (view: View) => Table<{ id: string; name: string }>,
  idOf: (issue: Issue) => string | null,
) =>
  ((view, issue) => {
    const id = idOf(issue);
    const row = id === null ? undefined : table(view).get(id);
    return row ? formatNamed(view.state, kind, row) : null;
  }) satisfies Value;

/** The moment when the issue last moved to another status *category*; a move within one does not count. */
function categoryChanged(view: View, issue: Issue): number {
  const moves = changesOf(view, issue.id).filter(({ items }) =>
    items.some(
      ({ field: name, from, to }) =>
        name === 'status' &&
        view.state.statuses.get(from ?? '')?.category !== view.state.statuses.get(to ?? '')?.category,
    ),
  );
  return moves.at(-1)?.created ?? issue.statusChanged;
}

function parentOf(view: View, issue: Issue) {
  const parent = issue.parentId === null ? undefined : view.state.issues.get(issue.parentId);
  return parent && formatLinkedIssue(view, parent);
}

/** Children of an epic are no sub-tasks: the field lists those below the base level only. */
const subtasksOf: Value = (view, issue) =>
  view.state.issues
    .where('parent', issue.id)
    .filter((child) => view.state.issueTypes.get(child.issueTypeId)?.subtask)
    .filter((child) => view.viewer === null || canBrowse(view.state, view.viewer, child))
    .map((child) => formatLinkedIssue(view, child));

function commentPage(view: View, issue: Issue) {
  const comments = commentsOf(view, issue.id).map((comment) => formatComment(view, comment));
  return {
    comments,
    self: selfOf(view.state, `issue/${issue.id}/comment`),
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}

const seconds =
  (part: keyof TimeTracking): Value =>
  (_view, issue) =>
    issue.timeTracking?.[part] ?? null;

/** Jira's own fields, as far as this site has them. Votes, watches, worklogs and attachments are not modelled. */
export const ISSUE_FIELDS: readonly IssueField[] = [
  field('summary', 'Summary', 'string', (_view, issue) => issue.summary),
  field('description', 'Description', 'string', (_view, issue) => issue.description),
  field(
    'issuetype',
    'Issue Type',
    'issuetype',
    ({ state }, issue) => {
      const type = state.issueTypes.get(issue.issueTypeId);
      return type && formatIssueType(state, type);
    },
    { clauses: ['issuetype', 'type'] },
  ),
  field(
    'project',
    'Project',
    'project',
    (view, issue) => {
      const project = view.state.projects.get(issue.projectId);
      return project && formatProjectBrief(view, project);
    },
    { orderable: false },
  ),
  field(
    'status',
    'Status',
    'status',
    ({ state }, issue) => {
      const status = state.statuses.get(issue.statusId);
      return status && formatStatus(state, status);
    },
    { orderable: false },
  ),
  field(
    'statusCategory',
    'Status Category',
    'statusCategory',
    ({ state }, issue) => {
      const status = state.statuses.get(issue.statusId);
      return status && formatStatusCategory(state, status.category);
    },
    { orderable: false },
  ),
  field(
    'statuscategorychangedate',
    'Status Category Changed',
    'datetime',
    (view, issue) => jiraDateTime(categoryChanged(view, issue)),
    {
      clauses: ['statusCategoryChangedDate'],
      orderable: false,
    },
  ),
  field(
    'priority',
    'Priority',
    'priority',
    named(
      'priority',
      ({ state }) => state.priorities,
      (issue) => issue.priorityId,
    ),
  ),
  field(
    'resolution',
    'Resolution',
    'resolution',
    named(
      'resolution',
      ({ state }) => state.resolutions,
      (issue) => issue.resolutionId,
    ),
  ),
  field(
    'resolutiondate',
    'Resolved',
    'datetime',
    (_view, issue) => (issue.resolved === null ? null : jiraDateTime(issue.resolved)),
    {
      clauses: ['resolutiondate', 'resolved'],
      orderable: false,
    },
  ),
  field('assignee', 'Assignee', 'user', (view, issue) => formatPerson(view, issue.assigneeId)),
  field('reporter', 'Reporter', 'user', (view, issue) => formatPerson(view, issue.reporterId)),
  field('creator', 'Creator', 'user', (view, issue) => formatPerson(view, issue.creatorId), {
    orderable: false,
  }),
  field('created', 'Created', 'datetime', (_view, issue) => jiraDateTime(issue.created), {
    clauses: ['created', 'createdDate'],
    orderable: false,
  }),
  field('updated', 'Updated', 'datetime', (_view, issue) => jiraDateTime(issue.updated), {
    clauses: ['updated', 'updatedDate'],
    orderable: false,
  }),
  field('duedate', 'Due date', 'date', (_view, issue) => issue.dueDate, { clauses: ['due', 'duedate'] }),
  field('labels', 'Labels', 'array', (_view, issue) => issue.labels, { items: 'string' }),
  field(
    'components',
    'Components',
    'array',
    ({ state }, issue) =>
      rowsOf(state.components, issue.componentIds).map((row) => formatNamed(state, 'component', row)),
    {
      items: 'component',
      clauses: ['component'],
    },
  ),
  field(
    'fixVersions',
    'Fix versions',
    'array',
    (view, issue) =>
      rowsOf(view.state.versions, issue.fixVersionIds).map((row) => formatVersionBrief(view, row)),
    {
      items: 'version',
      clauses: ['fixVersion'],
    },
  ),
  field(
    'versions',
    'Affects versions',
    'array',
    (view, issue) =>
      rowsOf(view.state.versions, issue.affectedVersionIds).map((row) => formatVersionBrief(view, row)),
    {
      items: 'version',
      clauses: ['affectedVersion'],
    },
  ),
  field(
    'security',
    'Security Level',
    'securitylevel',
    named(
      'securitylevel',
      ({ state }) => state.securityLevels,
      (issue) => issue.securityLevelId,
    ),
    {
      clauses: ['level'],
    },
  ),
  field('parent', 'Parent', 'issuelink', parentOf, { navigable: false }),
  field('subtasks', 'Sub-tasks', 'array', subtasksOf, { items: 'issuelinks', orderable: false }),
  field('issuelinks', 'Linked Issues', 'array', formatLinksOf, { items: 'issuelinks', clauses: [] }),
  field('comment', 'Comment', 'comments-page', commentPage, { navigable: false }),
  field('timetracking', 'Time tracking', 'timetracking', (_view, issue) => formatTimeTracking(issue), {
    clauses: [],
    navigable: false,
  }),
  field('timeoriginalestimate', 'Original estimate', 'number', seconds('original'), {
    clauses: ['originalEstimate', 'timeoriginalestimate'],
    orderable: false,
  }),
  field('timeestimate', 'Remaining Estimate', 'number', seconds('remaining'), {
    clauses: ['remainingEstimate', 'timeestimate'],
    orderable: false,
  }),
  field('timespent', 'Time Spent', 'number', seconds('spent'), { orderable: false }),
];

/** Every field of a site: Jira's own, then those that its admins added. */
export const fieldsOf = (state: SiteState): readonly IssueField[] => [
  ...ISSUE_FIELDS,
  ...customFieldsOf(state),
];
