import type { AdfDoc, Issue, IssueComment } from '../../entities';
import { ISSUE_MAX_COMMENTS } from '../../limits';
import { jiraError } from '../../operation';
import { hasOnIssue } from '../../access';
import type { Request } from '../wire';
import { changeItems } from './diff';
import { emitCommented, emitUpdated } from './events';

/**
 * Applies a change to an issue: row, `updated`, changelog, events. A change that changes nothing leaves no trace, as in Jira.
 * Returns the issue as it now stands.
 */
export function commitChange(request: Request, issue: Issue, patch: Partial<Issue>): Issue {
  const { state, caller, now } = request;
  const items = changeItems(state, issue, { ...issue, ...patch });
  if (items.length === 0) return issue;
  const next = state.issues.patch(issue.id, { ...patch, updated: now });
  state.changes.put({
    id: state.nextId(),
    issueId: issue.id,
    authorId: caller.user.accountId,
    created: now,
    items,
  });
  emitUpdated(request, next, items);
  return next;
}

/** @throws SiteError 400 without the right to comment, 413 where the issue is full. */
export function requireCommentable({ state, caller }: Request, issue: Issue): void {
  if (!hasOnIssue(state, caller.user, issue, 'ADD_COMMENTS')) {
    // Jira's document lists no 403 here: a refusal by permission is a 400.
    const message = `${caller.user.displayName}, you do not have the permission to comment on this issue.`;
    throw jiraError(400, message);
  }
  if (state.comments.where('issue', issue.id).length >= ISSUE_MAX_COMMENTS) {
    throw jiraError(413, `The issue has reached its limit of ${ISSUE_MAX_COMMENTS} comments.`);
  }
}

/** Adds a comment by the caller, which also touches the issue. */
export function commitComment(
  request: Request,
  issue: Issue,
  body: AdfDoc,
  properties: Readonly<Record<string, unknown>>,
): IssueComment {
  const { state, caller, now } = request;
  const comment: IssueComment = {
    id: state.nextId(),
    issueId: issue.id,
    authorId: caller.user.accountId,
    updateAuthorId: caller.user.accountId,
    body,
    created: now,
    updated: now,
    properties,
  };
  state.comments.put(comment);
  emitCommented(request, state.issues.patch(issue.id, { updated: now }), comment);
  return comment;
}
