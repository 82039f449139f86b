import { z } from 'zod';
import { hasOnIssue } from '../../access';
import type { Issue } from '../../entities';
import { boolParam, jiraError } from '../../operation';
import type { SiteState } from '../../state';
import { NO_CONTENT, jiraOperation, noQuery } from '../define';
import { findIssue } from '../find';
import { expandOf, viewOf } from '../wire';
import { transitionsFor, transitionsOf } from '../workflow';
import { commitChange, commitComment, requireCommentable } from '../write/commit';
import { projectOf } from '../write/edit';
import { IssueUpdate, readUpdate } from '../write/input';
import { readProperties } from '../write/property';
import { countWrite } from '../write/rate';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/transitions';

const list = jiraOperation({
  id: 'getTransitions',
  method: 'GET',
  path: PATH,
  query: z.strictObject({
    expand: z.string().optional(),
    transitionId: z.string().optional(),
    skipRemoteOnlyCondition: boolParam.optional(),
    includeUnavailableTransitions: boolParam.optional(),
    sortByOpsBarAndStatus: boolParam.optional(),
  }),
  body: null,
  run(context) {
    expandOf(context.query.expand, []);
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const { transitionId } = context.query;
    const transitions = transitionsFor(viewOf(context), issue).filter(
      ({ id }) => transitionId === undefined || id === transitionId,
    );
    return { status: 200, objects: transitions.length, body: { expand: 'transitions', transitions } };
  },
});

/** The screen of a transition into a done status; the others have none. */
const RESOLVE_SCREEN: ReadonlySet<string> = new Set(['resolution']);
const NO_SCREEN: ReadonlySet<string> = new Set();

const defaultResolution = (state: SiteState): string | null => {
  const resolutions = [...state.resolutions.all()];
  return (resolutions.find(({ name }) => name === 'Done') ?? resolutions[0])?.id ?? null;
};

/** What a move does besides the status: entering "done" resolves, leaving it takes the resolution away. */
function effects(
  state: SiteState,
  issue: Issue,
  statusId: string,
  chosen: Partial<Issue>,
  now: number,
): Partial<Issue> {
  const done = state.statuses.get(statusId)?.category === 'done';
  const moved = issue.statusId === statusId ? {} : { statusId, statusChanged: now };
  if (!done) return { ...moved, resolutionId: null, resolved: null };
  const resolutionId = chosen.resolutionId ?? issue.resolutionId ?? defaultResolution(state);
  return { ...moved, resolutionId, resolved: issue.resolutionId === null ? now : (issue.resolved ?? now) };
}

const transition = jiraOperation({
  id: 'doTransition',
  method: 'POST',
  path: PATH,
  query: noQuery,
  body: IssueUpdate,
  run(context) {
    const { state, caller, now, body } = context;
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const id = body.transition?.id;
    if (id === undefined) throw jiraError(400, "Missing 'transition' identifier");
    if (!hasOnIssue(state, caller.user, issue, 'TRANSITION_ISSUES')) {
      throw jiraError(400, 'It seems that you have tried to perform an illegal workflow operation.');
    }
    const chosen = transitionsOf(state).find((candidate) => candidate.id === id);
    if (!chosen) throw jiraError(400, `Transition id '${id}' is not valid for this issue.`);
    const screen = chosen.to.category === 'done' ? RESOLVE_SCREEN : NO_SCREEN;
    const { patch, comments } = readUpdate(
      { request: context, issue, project: projectOf(context, issue) },
      body,
      screen,
    );
    const properties = readProperties(body.properties);
    if (comments.length > 0) requireCommentable(context, issue);
    countWrite(context, issue);
    const equipped = { ...issue, properties: { ...issue.properties, ...properties } };
    state.issues.put(equipped);
    const moved = commitChange(context, equipped, effects(state, issue, chosen.to.id, patch, now));
    for (const comment of comments) commitComment(context, moved, comment, {});
    return NO_CONTENT;
  },
});

/** Moving issues through the workflow. */
export const transitionOperations = [list, transition];
