import { hasOnIssue } from '../../access';
import type { Issue, Project } from '../../entities';
import { jiraError } from '../../operation';
import { type Request, notModelled } from '../wire';
import { commitChange, commitComment, requireCommentable } from './commit';
import { type IssueUpdate, readUpdate } from './input';
import { readProperties } from './property';
import { countWrite } from './rate';
import { issueScreen } from './screen';

const NOTHING: ReadonlySet<string> = new Set();

/** The issue's project; an issue without one cannot be stored. */
export function projectOf({ state }: Request, issue: Issue): Project {
  const project = state.projects.get(issue.projectId);
  if (!project) throw new Error(`Issue ${issue.key} belongs to no project.`);
  return project;
}

/**
 * Edit issue. Who may not edit sees an edit screen without fields, so that Jira answers by field, not with a 403.
 * @throws SiteError 400 with messages by field, 429 past the per-issue write limits.
 */
export function editIssue(request: Request, issue: Issue, body: IssueUpdate): Issue {
  if (body.transition) throw notModelled('a transition inside Edit issue');
  const { state, caller } = request;
  const mayEdit = hasOnIssue(state, caller.user, issue, 'EDIT_ISSUES');
  const target = { request, issue, project: projectOf(request, issue) };
  const { patch, comments } = readUpdate(target, body, mayEdit ? issueScreen(state) : NOTHING);
  const properties = readProperties(body.properties);
  if (!mayEdit && Object.keys(properties).length > 0) {
    throw jiraError(400, 'You do not have permission to edit issues in this project.');
  }
  if (comments.length > 0) requireCommentable(request, issue);
  countWrite(request, issue);
  if (Object.keys(properties).length > 0) {
    state.issues.patch(issue.id, { properties: { ...issue.properties, ...properties } });
  }
  commitChange(request, state.issues.get(issue.id) ?? issue, patch);
  for (const comment of comments) commitComment(request, state.issues.get(issue.id) ?? issue, comment, {});
  return state.issues.get(issue.id) ?? issue;
}
