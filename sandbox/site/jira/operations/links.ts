import { z } from 'zod';
import { canBrowse } from '../../access';
import type { Change, Issue, IssueLink, IssueLinkType } from '../../entities';
import { type OperationContext, jiraError } from '../../operation';
import type { SiteState } from '../../state';
import { NO_CONTENT, jiraOperation, noQuery } from '../define';
import { findIssue, requireOnIssue } from '../find';
import { formatLink } from '../format/link';
import { formatLinkType } from '../format/reference';
import { type Request, viewOf } from '../wire';
import { commitComment, requireCommentable } from '../write/commit';
import { requireCommentBody } from '../write/document';
import { emitUpdated } from '../write/events';
import { countWrite } from '../write/rate';

const NO_LINK_RIGHT = 'You do not have permission to link issues in this project.';

const End = z.looseObject({ id: z.string().optional(), key: z.string().optional() });
const LinkBody = z.strictObject({
  type: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: End,
  outwardIssue: End,
  comment: z.looseObject({ body: z.unknown().optional() }).optional(),
});

/** @throws SiteError 404 where the type is unknown. */
function typeFor(state: SiteState, { id, name }: z.infer<typeof LinkBody>['type']): IssueLinkType {
  const type = [...state.linkTypes.all()].find((row) =>
    id === undefined ? row.name === name : row.id === id,
  );
  if (!type)
    throw jiraError(
      404,
      `No issue link type with ${id === undefined ? `name '${name}'` : `id '${id}'`} found.`,
    );
  return type;
}

/** Logs the link on one of its issues, which thereby changes. */
function log(request: Request, issue: Issue, other: Issue, phrase: string, made: boolean): void {
  const { state, caller, now } = request;
  const text = `This issue ${phrase} ${other.key}`;
  const item = made
    ? { from: null, fromText: null, to: other.key, toText: text }
    : { from: other.key, fromText: text, to: null, toText: null };
  const items: Change['items'] = [{ field: 'Link', ...item }];
  state.changes.put({
    id: state.nextId(),
    issueId: issue.id,
    authorId: caller.user.accountId,
    created: now,
    items,
  });
  emitUpdated(request, state.issues.patch(issue.id, { updated: now }), items);
}

/** Tells of a link's making or end: https://developer.atlassian.com/platform/forge/events-reference/jira/#issue-link-events */
function emitLink(
  { state, caller, now }: Request,
  event: 'created' | 'deleted',
  { id }: IssueLink,
  type: IssueLinkType,
  { inward, outward }: { readonly inward: Issue; readonly outward: Issue },
): void {
  state.emit({
    eventType: `avi:jira:${event}:issuelink`,
    actorId: caller.user.accountId,
    payload: {
      id,
      // The source is the issue that reads the outward phrase: "blocks".
      sourceIssueId: inward.id,
      destinationIssueId: outward.id,
      sourceProjectId: inward.projectId,
      destinationProjectId: outward.projectId,
      issueLinkType: formatLinkType(state, type),
      timestamp: now,
    },
  });
}

/** The inward issue reads the outward phrase, and the other way round. */
function logBoth(request: Request, type: IssueLinkType, inward: Issue, outward: Issue, made: boolean): void {
  log(request, inward, outward, type.outward, made);
  log(request, outward, inward, type.inward, made);
}

const create = jiraOperation({
  id: 'linkIssues',
  method: 'POST',
  path: '/rest/api/3/issueLink',
  query: noQuery,
  body: LinkBody,
  run(context) {
    const { state, body } = context;
    const type = typeFor(state, body.type);
    const inward = findIssue(context, body.inwardIssue.id ?? body.inwardIssue.key ?? '');
    const outward = findIssue(context, body.outwardIssue.id ?? body.outwardIssue.key ?? '');
    requireOnIssue(context, outward, 'LINK_ISSUES', 404, NO_LINK_RIGHT);
    if (inward.id === outward.id) throw jiraError(400, 'You cannot link an issue to itself.');
    const comment = body.comment && requireCommentBody(body.comment.body);
    if (comment) requireCommentable(context, outward);
    countWrite(context, outward);
    const exists = state.links
      .where('issue', inward.id)
      .some(
        (link) =>
          link.typeId === type.id && link.inwardIssueId === inward.id && link.outwardIssueId === outward.id,
      );
    // A link that is there already is answered like a new one.
    if (!exists) {
      const link: IssueLink = {
        id: state.nextId(),
        typeId: type.id,
        inwardIssueId: inward.id,
        outwardIssueId: outward.id,
      };
      state.links.put(link);
      logBoth(context, type, inward, outward, true);
      emitLink(context, 'created', link, type, { inward, outward });
    }
    if (comment) commitComment(context, outward, comment, {});
    return { status: 201 };
  },
});

/** @throws SiteError 400 for an id that is no number, 404 where there is no link or an end of it is hidden. */
function find({ state, caller, params }: OperationContext<unknown, unknown>): {
  link: IssueLink;
  inward: Issue;
  outward: Issue;
} {
  const id = params['linkId'] ?? '';
  if (!/^\d+$/.test(id)) throw jiraError(400, `The issue link id '${id}' is not a number.`);
  const link = state.links.get(id);
  const inward = link && state.issues.get(link.inwardIssueId);
  const outward = link && state.issues.get(link.outwardIssueId);
  if (
    !link ||
    !inward ||
    !outward ||
    ![inward, outward].every((issue) => canBrowse(state, caller.user, issue))
  ) {
    throw jiraError(404, `No issue link with id '${id}' exists.`);
  }
  return { link, inward, outward };
}

const get = jiraOperation({
  id: 'getIssueLink',
  method: 'GET',
  path: '/rest/api/3/issueLink/{linkId}',
  query: noQuery,
  body: null,
  run: (context) => ({ status: 200, objects: 1, body: formatLink(viewOf(context), find(context).link) }),
});

const remove = jiraOperation({
  id: 'deleteIssueLink',
  method: 'DELETE',
  path: '/rest/api/3/issueLink/{linkId}',
  query: noQuery,
  body: null,
  run(context) {
    const { link, inward, outward } = find(context);
    requireOnIssue(context, outward, 'LINK_ISSUES', 404, NO_LINK_RIGHT);
    countWrite(context, outward);
    context.state.links.delete(link.id);
    const type = context.state.linkTypes.get(link.typeId);
    if (type) {
      logBoth(context, type, inward, outward, false);
      emitLink(context, 'deleted', link, type, { inward, outward });
    }
    return NO_CONTENT;
  },
});

const types = jiraOperation({
  id: 'getIssueLinkTypes',
  method: 'GET',
  path: '/rest/api/3/issueLinkType',
  query: noQuery,
  body: null,
  run({ state }) {
    const issueLinkTypes = [...state.linkTypes.all()].map((type) => formatLinkType(state, type));
    return { status: 200, objects: issueLinkTypes.length, body: { issueLinkTypes } };
  },
});

export const linkOperations = [create, get, remove, types];
