import type { IssueComment } from '../../entities';
import { type View, jiraDateTime, present, selfOf } from '../wire';
import { formatPerson } from './user';

/** `EntityProperty` list of stored properties. */
export const formatProperties = (properties: Readonly<Record<string, unknown>>) =>
  Object.entries(properties).map(([key, value]) => ({ key, value }));

/** `Comment`; properties only where they were asked for. */
export const formatComment = (view: View, comment: IssueComment, withProperties = false) =>
  present({
    self: selfOf(view.state, `issue/${comment.issueId}/comment/${comment.id}`),
    id: comment.id,
    author: formatPerson(view, comment.authorId),
    body: comment.body,
    updateAuthor: formatPerson(view, comment.updateAuthorId),
    created: jiraDateTime(comment.created),
    updated: jiraDateTime(comment.updated),
    jsdPublic: true,
    properties: withProperties ? formatProperties(comment.properties) : undefined,
  });

/** The comments of an issue, oldest first. */
export const commentsOf = (view: View, issueId: string): IssueComment[] =>
  view.state.comments
    .where('issue', issueId)
    .sort((a, b) => a.created - b.created || Number(a.id) - Number(b.id));
