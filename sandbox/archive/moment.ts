import { textDocument } from '../seed/document';
import type { Issue } from '../site/entities';
import type { SiteState } from '../site/state';
import type { Tables } from './tables';
import type { ArchiveIssue } from './types';

/**
 * True where the issue was done by `instant`. An issue that the archive shows as done without saying since when was
 * done from the start.
 */
export function isDoneAt(issue: ArchiveIssue, instant: number): boolean {
  return issue.statusCategory === 'done' && (issue.resolved === null || issue.resolved <= instant);
}

/** The last of what had happened to an issue by `instant`: its creation, its resolution, comments. */
function updatedAt(issue: ArchiveIssue, instant: number): number {
  const happened = [issue.resolved ?? issue.created, ...issue.comments.map((comment) => comment.created)];
  return happened.reduce((last, at) => (at <= instant && at > last ? at : last), issue.created);
}

/** The row of an issue as it stood at `instant`, which is not before its creation. */
export function issueAt(state: SiteState, tables: Tables, issue: ArchiveIssue, instant: number): Issue {
  const [project] = state.projects.where('key', issue.project.toUpperCase());
  if (!project) throw new Error(`Project ${issue.project} is not on the site.`);
  const [parent] = issue.parent === null ? [] : state.issues.where('key', issue.parent.toUpperCase());
  const isOpenStill = issue.statusCategory === 'done' && !isDoneAt(issue, instant);
  const isResolved = !isOpenStill && (issue.resolved === null || issue.resolved <= instant);
  const resolved = isResolved ? issue.resolved : null;
  return {
    id: issue.id,
    key: issue.key,
    projectId: project.id,
    issueTypeId: tables.issueTypeId(issue.issuetype, issue.subtask),
    summary: issue.summary,
    description: textDocument(issue.description),
    statusId: isOpenStill
      ? tables.openStatusId(issue.project)
      : tables.statusId(issue.status, issue.statusCategory),
    priorityId: issue.priority === null ? null : tables.priorityId(issue.priority),
    resolutionId: isResolved && issue.resolution !== null ? tables.resolutionId(issue.resolution) : null,
    assigneeId: issue.assignee,
    reporterId: issue.reporter,
    creatorId: issue.reporter,
    parentId: parent?.id ?? null,
    labels: issue.labels,
    componentIds: issue.components.map((name) => tables.componentId(project.id, name)),
    fixVersionIds: issue.versionIds,
    affectedVersionIds: [],
    securityLevelId: null,
    dueDate: issue.dueDate,
    created: issue.created,
    updated: updatedAt(issue, instant),
    resolved,
    statusChanged: resolved ?? issue.created,
    properties: {},
  };
}
