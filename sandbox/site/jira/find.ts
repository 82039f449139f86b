import { canBrowse, hasInProject, hasOnIssue } from '../access';
import type { Issue, IssueComment, Project, Version } from '../entities';
import { jiraError } from '../operation';
import type { SiteState } from '../state';
import type { Request } from './wire';

const NO_ISSUE = 'Issue does not exist or you do not have permission to see it.';

/** By id or, in any case, by key. */
export const issueBy = (state: SiteState, idOrKey: string): Issue | undefined =>
  /^\d+$/.test(idOrKey) ? state.issues.get(idOrKey) : state.issues.where('key', idOrKey.toUpperCase())[0];

/** By id or, in any case, by key. */
export const projectBy = (state: SiteState, idOrKey: string): Project | undefined =>
  /^\d+$/.test(idOrKey) ? state.projects.get(idOrKey) : state.projects.where('key', idOrKey.toUpperCase())[0];

/** @throws SiteError 404 where there is none, or the caller may not know. */
export function findIssue({ state, caller }: Request, idOrKey: string): Issue {
  const issue = issueBy(state, idOrKey);
  if (!issue || !canBrowse(state, caller.user, issue)) throw jiraError(404, NO_ISSUE);
  return issue;
}

/** The project if the caller may browse it. */
export function visibleProject({ state, caller }: Request, idOrKey: string): Project | undefined {
  const project = projectBy(state, idOrKey);
  return project && hasInProject(caller.user, project, 'BROWSE_PROJECTS') ? project : undefined;
}

/** @throws SiteError 404 where there is none, or the caller may not browse it. */
export function findProject(request: Request, idOrKey: string): Project {
  const project = visibleProject(request, idOrKey);
  if (project) return project;
  const what = /^\d+$/.test(idOrKey) ? 'id' : 'key';
  throw jiraError(404, `No project could be found with ${what} '${idOrKey}'.`);
}

/** @throws SiteError 404 where the issue or the comment is not there, or hidden. */
export function findComment(
  request: Request,
  idOrKey: string,
  commentId: string,
): { issue: Issue; comment: IssueComment } {
  const issue = findIssue(request, idOrKey);
  const comment = request.state.comments.get(commentId);
  if (!comment || comment.issueId !== issue.id) throw noComment(commentId);
  return { issue, comment };
}

export const noComment = (id: string) => jiraError(404, `Can not find a comment for the id: ${id}.`);

/** @throws SiteError 404 where there is none, or its project is hidden. */
export function findVersion(request: Request, id: string): Version {
  const version = request.state.versions.get(id);
  if (!version || !visibleProject(request, version.projectId)) {
    throw jiraError(404, `Could not find version for id '${id}'`);
  }
  return version;
}

/** @throws SiteError with `status` where the caller lacks the permission on the issue. */
export function requireOnIssue(
  { state, caller }: Request,
  issue: Issue,
  key: string,
  status: number,
  message: string,
): void {
  if (!hasOnIssue(state, caller.user, issue, key)) throw jiraError(status, message);
}
