import { z } from 'zod';
import { hasInProject } from '../../access';
import type { Issue, Project } from '../../entities';
import { jiraError } from '../../operation';
import type { SiteState } from '../../state';
import { visibleProject } from '../find';
import { type Request, notModelled } from '../wire';
import { commitComment } from './commit';
import { emitIssueEvent } from './events';
import { type IssueUpdate, readUpdate } from './input';
import { readProperties } from './property';
import { countWrite } from './rate';
import { issueScreen } from './screen';

const ProjectRef = z.union([z.looseObject({ id: z.coerce.string() }), z.looseObject({ key: z.string() })]);

/** @throws SiteError 400 where no project is named or visible, 403 where the caller may not create issues in it. */
function projectFor(request: Request, value: unknown): Project {
  const wanted = ProjectRef.safeParse(value).data;
  const named = wanted && ('id' in wanted ? wanted.id : wanted.key);
  const project = named === undefined ? undefined : visibleProject(request, String(named));
  if (!project) throw jiraError(400, [], { project: 'Specify a valid project ID or key' });
  if (!hasInProject(request.caller.user, project, 'CREATE_ISSUES')) {
    throw jiraError(403, 'You do not have permission to create issues in this project.');
  }
  return project;
}

/** One above the highest number that the project has. */
function nextKey(state: SiteState, project: Project): string {
  const numbers = state.issues
    .where('project', project.id)
    .map(({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)));
  return `${project.key}-${numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1}`;
}

/** Where the workflow starts: the first status of the "to do" category. */
function firstStatus(state: SiteState): string {
  const statuses = [...state.statuses.all()];
  const first = statuses.find(({ category }) => category === 'new') ?? statuses[0];
  if (!first) throw new Error('The site has no statuses.');
  return first.id;
}

const defaultPriority = (state: SiteState): string | null => {
  const priorities = [...state.priorities.all()];
  return (priorities.find(({ name }) => name === 'Medium') ?? priorities[0])?.id ?? null;
};

/** @throws SiteError 400 where a required field is missing. */
function requireFields(state: SiteState, fields: Record<string, unknown>, patch: Partial<Issue>): void {
  const errors: Record<string, string> = {};
  if (patch.summary === undefined && !('summary' in fields))
    errors['summary'] = 'You must specify a summary of the issue.';
  if (patch.issueTypeId === undefined) errors['issuetype'] = 'Specify an issue type';
  const type = state.issueTypes.get(patch.issueTypeId ?? '');
  if (type?.subtask && !patch.parentId) {
    errors['issuetype'] = 'Issue type is a sub-task but parent issue key or id not specified.';
  }
  if (Object.keys(errors).length > 0) throw jiraError(400, [], errors);
}

/**
 * Create issue, with its properties and comments.
 * @throws SiteError 400 with messages by field, 403 without the right, 501 for a transition in the body.
 */
export function createIssue(request: Request, body: IssueUpdate): Issue {
  const { state, caller, now } = request;
  if (body.transition) throw notModelled('a transition inside Create issue');
  const { project: projectRef, ...fields } = body.fields ?? {};
  const project = projectFor(request, projectRef);
  const target = { request, project, issue: null };
  const { patch, comments } = readUpdate(target, { ...body, fields }, issueScreen(state));
  requireFields(state, fields, patch);
  const issue: Issue = {
    id: state.nextId(),
    key: nextKey(state, project),
    projectId: project.id,
    issueTypeId: '',
    summary: '',
    description: null,
    statusId: firstStatus(state),
    priorityId: defaultPriority(state),
    resolutionId: null,
    assigneeId: null,
    reporterId: caller.user.accountId,
    parentId: null,
    labels: [],
    componentIds: [],
    fixVersionIds: [],
    affectedVersionIds: [],
    securityLevelId: null,
    dueDate: null,
    ...patch,
    creatorId: caller.user.accountId,
    created: now,
    updated: now,
    resolved: null,
    statusChanged: now,
    properties: readProperties(body.properties),
  };
  countWrite(request, issue);
  state.issues.put(issue);
  emitIssueEvent(request, 'created', issue);
  for (const comment of comments) commitComment(request, issue, comment, {});
  return issue;
}
