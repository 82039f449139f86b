import type { Change, Issue, IssueComment } from '../../entities';
import { ISSUE_FIELDS } from '../fields';
import { formatItems } from '../format/changelog';
import { formatComment } from '../format/comment';
import { type Request, eventView } from '../wire';

/** The only fields that issue events carry: no due date and no properties, so a handler has to read the issue again. */
const EVENT_FIELDS = new Set([
  'summary',
  'issuetype',
  'creator',
  'created',
  'project',
  'reporter',
  'assignee',
  'updated',
  'status',
]);

/** The payload's part that all issue events share: https://developer.atlassian.com/platform/forge/events-reference/jira/ */
function issuePayload({ state, caller, now }: Request, issue: Issue): Record<string, unknown> {
  const view = eventView(state);
  const fields = ISSUE_FIELDS.filter(({ id }) => EVENT_FIELDS.has(id)).map(({ id, value }) => [
    id,
    value(view, issue),
  ]);
  const people = new Set([issue.assigneeId, issue.reporterId, issue.creatorId]);
  return {
    issue: { id: issue.id, key: issue.key, fields: Object.fromEntries(fields) },
    atlassianId: caller.user.accountId,
    associatedUsers: [...people].flatMap((accountId) => (accountId === null ? [] : [{ accountId }])),
    timestamp: now,
  };
}

type IssueEvent = 'created' | 'updated' | 'assigned' | 'deleted' | 'commented';

/** Emits `avi:jira:<event>:issue`, caused by the caller. */
export function emitIssueEvent(
  request: Request,
  event: IssueEvent,
  issue: Issue,
  more: Record<string, unknown> = {},
): void {
  request.state.emit({
    eventType: `avi:jira:${event}:issue`,
    actorId: request.caller.user.accountId,
    payload: { ...issuePayload(request, issue), ...more },
  });
}

export function emitUpdated(request: Request, issue: Issue, items: Change['items']): void {
  const more = { changelog: { items: formatItems(items) } };
  emitIssueEvent(request, 'updated', issue, more);
  if (items.some(({ field }) => field === 'assignee')) emitIssueEvent(request, 'assigned', issue, more);
}

export function emitCommented(request: Request, issue: Issue, comment: IssueComment): void {
  emitIssueEvent(request, 'commented', issue, { comment: formatComment(eventView(request.state), comment) });
}
