import type { CustomField, IssueLinkType, IssueType, Named, Status } from '../site/entities';
import type { SiteState } from '../site/state';

/**
 * What a new Jira site brings along, with the ids that such a site gives them: the tables that every project draws
 * from. Shared by the seed, the archive importer and tests.
 */
export const ISSUE_TYPES = {
  epic: { id: '10000', name: 'Epic', subtask: false },
  story: { id: '10001', name: 'Story', subtask: false },
  task: { id: '10002', name: 'Task', subtask: false },
  subtask: { id: '10003', name: 'Sub-task', subtask: true },
  bug: { id: '10004', name: 'Bug', subtask: false },
} as const satisfies Record<string, IssueType>;

/** The names under which code speaks of the issue types. */
export type IssueKind = keyof typeof ISSUE_TYPES;

export const STATUSES = {
  toDo: { id: '10000', name: 'To Do', category: 'new' },
  inProgress: { id: '3', name: 'In Progress', category: 'indeterminate' },
  inReview: { id: '10001', name: 'In Review', category: 'indeterminate' },
  done: { id: '10002', name: 'Done', category: 'done' },
} as const satisfies Record<string, Status>;

export const PRIORITIES = {
  highest: { id: '1', name: 'Highest' },
  high: { id: '2', name: 'High' },
  medium: { id: '3', name: 'Medium' },
  low: { id: '4', name: 'Low' },
  lowest: { id: '5', name: 'Lowest' },
} as const satisfies Record<string, Named>;

export const RESOLUTIONS = {
  done: { id: '10000', name: 'Done' },
  wontDo: { id: '10001', name: "Won't Do" },
} as const satisfies Record<string, Named>;

export const LINK_TYPES = {
  blocks: { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  relates: { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
} as const satisfies Record<string, IssueLinkType>;

/** The number fields that this site's admins added to what Jira brings along. */
export const CUSTOM_FIELDS = {
  storyPoints: { id: 'customfield_10016', name: 'Story Points' },
  cost: { id: 'customfield_10040', name: 'Actual cost' },
} as const satisfies Record<string, CustomField>;

/** Named in the seed, so that anybody who runs the sandbox can connect a client of their own; they open nothing else. */
export const API_TOKENS = ['docket-local', 'docket-local-2'] as const;

/** Ids up to here belong to the tables above; everything else on the site gets a later one. */
const LAST_BASIC_ID = 10_100;

/** Fills the site-wide tables and the API tokens; ids that are handed out afterwards never meet those used here. */
export function seedBasics(state: SiteState): void {
  state.reserveIds(LAST_BASIC_ID);
  for (const row of Object.values(ISSUE_TYPES)) state.issueTypes.put(row);
  for (const row of Object.values(STATUSES)) state.statuses.put(row);
  for (const row of Object.values(PRIORITIES)) state.priorities.put(row);
  for (const row of Object.values(RESOLUTIONS)) state.resolutions.put(row);
  for (const row of Object.values(CUSTOM_FIELDS)) state.customFields.put(row);
  for (const row of Object.values(LINK_TYPES)) state.linkTypes.put(row);
  for (const token of API_TOKENS) state.apiTokens.add(token);
}
