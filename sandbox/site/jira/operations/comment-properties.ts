import { z } from 'zod';
import { canBrowse, hasOnIssue } from '../../access';
import type { Issue, IssueComment } from '../../entities';
import { type OperationContext, jiraError } from '../../operation';
import { NO_CONTENT, jiraOperation, noQuery } from '../define';
import { noComment } from '../find';
import { selfOf } from '../wire';
import { requireProperty } from '../write/property';
import { countWrite } from '../write/rate';

const PATH = '/rest/api/3/comment/{commentId}/properties';
type Context = OperationContext<unknown, unknown>;

/** @throws SiteError 404 where the comment is not there, or its issue is hidden. */
function find({ state, caller, params }: Context): { issue: Issue; comment: IssueComment; key: string } {
  const comment = state.comments.get(params['commentId'] ?? '');
  const issue = comment && state.issues.get(comment.issueId);
  if (!comment || !issue || !canBrowse(state, caller.user, issue)) throw noComment(params['commentId'] ?? '');
  return { comment, issue, key: params['propertyKey'] ?? '' };
}

/** As {@link find}, for writing. @throws SiteError 403 where the caller may not edit the comment. */
function findEditable(context: Context) {
  const found = find(context);
  const { state, caller } = context;
  const own =
    found.comment.authorId === caller.user.accountId &&
    hasOnIssue(state, caller.user, found.issue, 'EDIT_OWN_COMMENTS');
  if (!own && !hasOnIssue(state, caller.user, found.issue, 'EDIT_ALL_COMMENTS')) {
    throw jiraError(403, 'You do not have the permission to edit this comment.');
  }
  return found;
}

const noProperty = (key: string) => jiraError(404, `The property with key '${key}' does not exist.`);

const keys = jiraOperation({
  id: 'getCommentPropertyKeys',
  method: 'GET',
  path: PATH,
  query: noQuery,
  body: null,
  run(context) {
    const { comment } = find(context);
    const self = (key: string) =>
      selfOf(context.state, `comment/${comment.id}/properties/${encodeURIComponent(key)}`);
    const list = Object.keys(comment.properties).map((key) => ({ self: self(key), key }));
    return { status: 200, objects: list.length, body: { keys: list } };
  },
});

const get = jiraOperation({
  id: 'getCommentProperty',
  method: 'GET',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: null,
  run(context) {
    const { comment, key } = find(context);
    if (!Object.hasOwn(comment.properties, key)) throw noProperty(key);
    return { status: 200, objects: 1, body: { key, value: comment.properties[key] } };
  },
});

const set = jiraOperation({
  id: 'setCommentProperty',
  method: 'PUT',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: z.unknown(),
  run(context) {
    const { comment, issue, key } = findEditable(context);
    requireProperty(key, context.body);
    countWrite(context, issue);
    const existed = Object.hasOwn(comment.properties, key);
    context.state.comments.patch(comment.id, { properties: { ...comment.properties, [key]: context.body } });
    return { status: existed ? 200 : 201 };
  },
});

const remove = jiraOperation({
  id: 'deleteCommentProperty',
  method: 'DELETE',
  path: `${PATH}/{propertyKey}`,
  query: noQuery,
  body: null,
  run(context) {
    const { comment, issue, key } = findEditable(context);
    if (!Object.hasOwn(comment.properties, key)) throw noProperty(key);
    countWrite(context, issue);
    const { [key]: _gone, ...properties } = comment.properties;
    context.state.comments.patch(comment.id, { properties });
    return NO_CONTENT;
  },
});

/** Entity properties of comments. */
export const commentPropertyOperations = [keys, get, set, remove];
