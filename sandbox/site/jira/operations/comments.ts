import { z } from 'zod';
import { hasOnIssue } from '../../access';
import { COMMENTS_MAX_RESULTS } from '../../limits';
import { type OperationContext, boolParam, jiraError } from '../../operation';
import type { Issue, IssueComment } from '../../entities';
import { NO_CONTENT, jiraOperation, noQuery } from '../define';
import { findComment, findIssue } from '../find';
import { commentsOf, formatComment } from '../format/comment';
import { pageOf, pageQuery } from '../paging';
import { type Request, expandOf, notModelled, viewOf } from '../wire';
import { commitComment, requireCommentable } from '../write/commit';
import { requireCommentBody } from '../write/document';
import { propertyList, readProperties } from '../write/property';
import { countWrite } from '../write/rate';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/comment';

/** `Comment` as it is sent: what Jira sets itself may come along and is ignored. */
const CommentBody = z.looseObject({
  body: z.unknown().optional(),
  properties: propertyList.optional(),
  visibility: z.unknown().optional(),
});

/** A comment that only some may see must not become one that all may see. */
function refuseVisibility({ visibility }: z.infer<typeof CommentBody>): void {
  if (visibility !== undefined && visibility !== null)
    throw notModelled('comments with restricted visibility');
}

const wantsProperties = (expand: string | undefined): boolean =>
  expandOf(expand, ['properties']).has('properties');

const find = (context: OperationContext<unknown, unknown>) =>
  findComment(context, context.params['issueIdOrKey'] ?? '', context.params['id'] ?? '');

/** @throws SiteError 400 where the caller may neither edit (or delete) all comments nor their own. */
function requireOwnership(
  { state, caller }: Request,
  issue: Issue,
  comment: IssueComment,
  verb: 'EDIT' | 'DELETE',
): void {
  const key = comment.authorId === caller.user.accountId ? `${verb}_OWN_COMMENTS` : `${verb}_ALL_COMMENTS`;
  const all = hasOnIssue(state, caller.user, issue, `${verb}_ALL_COMMENTS`);
  if (all || hasOnIssue(state, caller.user, issue, key)) return;
  throw jiraError(400, `You do not have the permission to ${verb.toLowerCase()} this comment.`);
}

const list = jiraOperation({
  id: 'getComments',
  method: 'GET',
  path: PATH,
  query: z.strictObject({
    ...pageQuery,
    orderBy: z.enum(['created', '+created', '-created']).optional(),
    expand: z.string().optional(),
  }),
  body: null,
  run(context) {
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const view = viewOf(context);
    const withProperties = wantsProperties(context.query.expand);
    const ordered = commentsOf(view, issue.id);
    if (context.query.orderBy === '-created') ordered.reverse();
    const { values, ...page } = pageOf(ordered, context.query, 100, COMMENTS_MAX_RESULTS);
    const comments = values.map((comment) => formatComment(view, comment, withProperties));
    return { status: 200, objects: comments.length, body: { ...page, comments } };
  },
});

const add = jiraOperation({
  id: 'addComment',
  method: 'POST',
  path: PATH,
  query: z.strictObject({ expand: z.string().optional() }),
  body: CommentBody,
  run(context) {
    const issue = findIssue(context, context.params['issueIdOrKey'] ?? '');
    const withProperties = wantsProperties(context.query.expand);
    refuseVisibility(context.body);
    requireCommentable(context, issue);
    const body = requireCommentBody(context.body.body);
    const properties = readProperties(context.body.properties);
    countWrite(context, issue);
    const comment = commitComment(context, issue, body, properties);
    return { status: 201, body: formatComment(viewOf(context), comment, withProperties) };
  },
});

const get = jiraOperation({
  id: 'getComment',
  method: 'GET',
  path: `${PATH}/{id}`,
  query: z.strictObject({ expand: z.string().optional() }),
  body: null,
  run(context) {
    const { comment } = find(context);
    const body = formatComment(viewOf(context), comment, wantsProperties(context.query.expand));
    return { status: 200, objects: 1, body };
  },
});

const update = jiraOperation({
  id: 'updateComment',
  method: 'PUT',
  path: `${PATH}/{id}`,
  query: z.strictObject({
    notifyUsers: boolParam.optional(),
    overrideEditableFlag: boolParam.optional(),
    expand: z.string().optional(),
  }),
  body: CommentBody,
  run(context) {
    const { state, caller, now } = context;
    const { issue, comment } = find(context);
    const withProperties = wantsProperties(context.query.expand);
    refuseVisibility(context.body);
    requireOwnership(context, issue, comment, 'EDIT');
    const body = requireCommentBody(context.body.body);
    const properties = { ...comment.properties, ...readProperties(context.body.properties) };
    countWrite(context, issue);
    const next = state.comments.patch(comment.id, {
      body,
      properties,
      updateAuthorId: caller.user.accountId,
      updated: now,
    });
    state.issues.patch(issue.id, { updated: now });
    return { status: 200, body: formatComment(viewOf(context), next, withProperties) };
  },
});

const remove = jiraOperation({
  id: 'deleteComment',
  method: 'DELETE',
  path: `${PATH}/{id}`,
  query: noQuery,
  body: null,
  run(context) {
    const { issue, comment } = find(context);
    requireOwnership(context, issue, comment, 'DELETE');
    countWrite(context, issue);
    context.state.comments.delete(comment.id);
    context.state.issues.patch(issue.id, { updated: context.now });
    return NO_CONTENT;
  },
});

/** Comments of issues. */
export const commentOperations = [list, add, get, update, remove];
