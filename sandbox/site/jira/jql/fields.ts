/**
 * The fields of JQL: names (`space`, `workType` and `workItemKey` are Jira's newer words), operators and meaning. As in
 * https://support.atlassian.com/jira-software-cloud/docs/jql-fields/
 */
import type { Issue } from '../../entities';
import type { JqlField, SortKey } from './field';
import { compileKey, findIssue, issueRefused, numberOf } from './keys';
import * as look from './lookups';
import { compileDueDate, compileInstant } from './moments';
import { durationField } from './numbers';
import { COMPARING, EQUALITY, type Operator, ORDERED, TEXTUAL } from './operators';
import { compileReference, type Reference } from './references';
import { asText, compileText, type TextsOf } from './text';
import type { JqlEnvironment } from './types';
import { wordsOfDoc } from './words';

type SortBy = JqlField['sortBy'];
type Names = readonly [string, ...string[]];

const reference = (
  parts: Reference,
  sortBy?: SortBy,
  operators: readonly Operator[] = EQUALITY,
): JqlField => ({
  operators,
  compile: compileReference(parts),
  ...(sortBy ? { sortBy } : {}),
});

const person = (read: (issue: Issue) => string | null): JqlField =>
  reference({ values: read, find: look.findUser, takes: 'user' }, ({ state }) => [
    (issue) => state.users.get(read(issue) ?? '')?.displayName ?? null,
  ]);

const version = (read: (issue: Issue) => readonly string[]): JqlField =>
  reference(
    { values: read, find: look.inTable('versions'), takes: 'version', compare: look.compareVersions },
    byFirst(read, 'versions'),
    ORDERED,
  );

const moment = (read: (issue: Issue) => number | null): JqlField => ({
  operators: ORDERED,
  compile: compileInstant(read),
  sortBy: () => [read],
});

const text = (textsOf: TextsOf, operators = TEXTUAL, sortBy?: SortBy): JqlField => ({
  operators,
  compile: compileText(textsOf),
  ...(sortBy ? { sortBy } : {}),
});

/** Sorts several values by the one that comes first in the site's own order. */
function byFirst(read: (issue: Issue) => readonly string[], table: 'versions' | 'components'): SortBy {
  return ({ state }) => {
    const rank = look.ranksOf(state[table].all());
    return [(issue) => read(issue).map(rank).reduce(lesser, null)];
  };
}

const lesser = (a: number | null, b: number | null): number | null =>
  a === null || (b !== null && b < a) ? b : a;

const byRank =
  (read: (issue: Issue) => string | null, table: 'issueTypes' | 'statuses' | 'resolutions'): SortBy =>
  ({ state }) => {
    const rank = look.ranksOf(state[table].all());
    return [(issue) => rank(read(issue))];
  };

const commentsOf: TextsOf = (issue, { state }) =>
  state.comments.where('issue', issue.id).map((comment) => wordsOfDoc(comment.body));

const byKey = ({ state }: JqlEnvironment): readonly SortKey[] => [
  (issue) => state.projects.get(issue.projectId)?.key ?? null,
  (issue) => numberOf(issue.key),
];

const TABLE: readonly (readonly [Names, JqlField])[] = [
  [
    ['project', 'space'],
    reference(
      { values: (issue) => issue.projectId, find: look.findProject, index: 'project' },
      ({ state }) => [(issue) => state.projects.get(issue.projectId)?.name ?? null],
    ),
  ],
  [
    ['issuekey', 'key', 'issue', 'id', 'workItemKey'],
    { operators: ORDERED, compile: compileKey, sortBy: byKey },
  ],
  [
    ['parent'],
    reference(
      {
        values: (issue) => issue.parentId,
        find: (value, _quoted, env) => {
          const parent = findIssue(value, env);
          return parent && [parent.id];
        },
        refuse: issueRefused,
        index: 'parent',
      },
      (env) =>
        byKey(env).map((key) => (issue) => {
          const parent = env.state.issues.get(issue.parentId ?? '');
          return parent ? key(parent) : null;
        }),
    ),
  ],
  [
    ['issuetype', 'type', 'workType'],
    reference(
      { values: (issue) => issue.issueTypeId, find: look.inTable('issueTypes') },
      byRank((issue) => issue.issueTypeId, 'issueTypes'),
    ),
  ],
  [
    ['status'],
    reference(
      { values: (issue) => issue.statusId, find: look.inTable('statuses') },
      byRank((issue) => issue.statusId, 'statuses'),
    ),
  ],
  [
    ['statusCategory'],
    reference({ values: (issue) => issue.statusId, find: look.findStatusesOfCategory }, ({ state }) => [
      (issue) => ['new', 'indeterminate', 'done'].indexOf(state.statuses.get(issue.statusId)?.category ?? ''),
    ]),
  ],
  [
    ['priority'],
    reference(
      {
        values: (issue) => issue.priorityId,
        find: look.inTable('priorities'),
        compare: look.comparePriorities,
      },
      // Descending order puts the most urgent first, so they count as the greatest.
      ({ state }) => {
        const rank = look.ranksOf([...state.priorities.all()].reverse());
        return [(issue) => rank(issue.priorityId)];
      },
      ORDERED,
    ),
  ],
  [
    ['resolution'],
    {
      ...reference(
        {
          values: (issue) => issue.resolutionId,
          find: look.inTable('resolutions'),
          emptyWord: 'unresolved',
        },
        byRank((issue) => issue.resolutionId, 'resolutions'),
        ORDERED,
      ),
      missing: COMPARING,
    },
  ],
  [['assignee'], person((issue) => issue.assigneeId)],
  [['reporter'], person((issue) => issue.reporterId)],
  [['creator'], person((issue) => issue.creatorId)],
  [
    ['summary'],
    text(
      (issue) => asText(issue.summary),
      TEXTUAL,
      () => [(issue) => issue.summary],
    ),
  ],
  [
    ['description'],
    text(
      (issue) => [wordsOfDoc(issue.description)],
      TEXTUAL,
      () => [(issue) => (issue.description ? wordsOfDoc(issue.description).join(' ') : null)],
    ),
  ],
  [['comment'], text(commentsOf, ['~', '!~'])],
  [
    ['text'],
    text(
      (issue, env) => [...asText(issue.summary), wordsOfDoc(issue.description), ...commentsOf(issue, env)],
      ['~'],
    ),
  ],
  [
    ['labels'],
    reference(
      // Any word may be a label, so none is unknown. Case does not count.
      {
        values: (issue) => issue.labels.map((label) => label.toLowerCase()),
        find: (value) => [value.toLowerCase()],
      },
      () => [(issue) => (issue.labels.length === 0 ? null : [...issue.labels].sort().join(' '))],
    ),
  ],
  [
    ['component'],
    reference(
      { values: (issue) => issue.componentIds, find: look.inTable('components') },
      byFirst((issue) => issue.componentIds, 'components'),
    ),
  ],
  [['fixVersion'], version((issue) => issue.fixVersionIds)],
  [['affectedVersion'], version((issue) => issue.affectedVersionIds)],
  [
    ['duedate', 'due', 'due date'],
    { operators: ORDERED, compile: compileDueDate, sortBy: () => [(issue) => issue.dueDate] },
  ],
  [['created', 'createdDate'], moment((issue) => issue.created)],
  [['updated', 'updatedDate'], moment((issue) => issue.updated)],
  [['resolved', 'resolutiondate'], moment((issue) => issue.resolved)],
  [['statusCategoryChangedDate'], moment((issue) => issue.statusChanged)],
  [['originalEstimate', 'timeOriginalEstimate'], durationField('original')],
  [['remainingEstimate', 'timeEstimate'], durationField('remaining')],
  [['timeSpent'], durationField('spent')],
  [
    ['level'],
    reference(
      { values: (issue) => issue.securityLevelId, find: look.inTable('securityLevels') },
      ({ state }) => [(issue) => state.securityLevels.get(issue.securityLevelId ?? '')?.name ?? null],
    ),
  ],
  [
    ['issueLinkType'],
    reference({ values: (issue, { state }) => look.linkSidesOf(issue, state), find: look.findLinkType }),
  ],
];

/** By lower-case name, aliases included: JQL does not mind the case. */
export const FIELDS: ReadonlyMap<string, JqlField> = new Map(
  TABLE.flatMap(([names, field]) => names.map((name) => [name.toLowerCase(), field] as const)),
);

/** Fields that Jira has on every site and the sandbox has not, lower case. They are refused by name. */
export const OTHER_FIELDS: ReadonlySet<string> = new Set(
  (
    'approvals attachments category environment filter savedFilter request searchRequest hierarchyLevel issueBlocks ' +
    'issueHistory issueLink lastViewed project.category projectType ' +
    'sprint voter votes watcher watchers workRatio worklogAuthor ' +
    'worklogComment worklogDate'
  )
    .toLowerCase()
    .split(' ')
    .concat('epic link', 'epic name', 'parent link', 'rank', 'team'),
);
