import type { IssueLinkType, IssueType, Named, Status, StatusCategory } from '../../entities';
import type { SiteState } from '../../state';
import { selfOf } from '../wire';

/** Jira's fixed status categories: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-status-categories/ */
const CATEGORIES: Readonly<Record<StatusCategory, { id: number; name: string; colorName: string }>> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

export function formatStatusCategory(state: SiteState, key: StatusCategory) {
  const { id, name, colorName } = CATEGORIES[key];
  return { self: selfOf(state, `statuscategory/${id}`), id, key, colorName, name };
}

export const formatStatus = (state: SiteState, status: Status) => ({
  self: selfOf(state, `status/${status.id}`),
  description: '',
  name: status.name,
  id: status.id,
  statusCategory: formatStatusCategory(state, status.category),
});

/** Epics stand above, sub-tasks below the base level: https://support.atlassian.com/jira-cloud-administration/docs/configure-the-issue-type-hierarchy/ */
export const hierarchyLevel = (type: IssueType): number => (type.subtask ? -1 : type.name === 'Epic' ? 1 : 0);

export const formatIssueType = (state: SiteState, type: IssueType) => ({
  self: selfOf(state, `issuetype/${type.id}`),
  id: type.id,
  description: '',
  name: type.name,
  subtask: type.subtask,
  hierarchyLevel: hierarchyLevel(type),
});

/** A priority, resolution, component or security level: what has a page of its own and a name. */
export const formatNamed = (state: SiteState, kind: string, row: Named) => ({
  self: selfOf(state, `${kind}/${row.id}`),
  name: row.name,
  id: row.id,
});

export const formatLinkType = (state: SiteState, type: IssueLinkType) => ({
  id: type.id,
  name: type.name,
  inward: type.inward,
  outward: type.outward,
  self: selfOf(state, `issueLinkType/${type.id}`),
});
