import type { Issue } from '../../entities';
import {
  SEARCH_DEFAULT_RESULTS,
  SEARCH_MAX_PROPERTIES,
  SEARCH_MAX_RECONCILED_ISSUES,
  SEARCH_MAX_RESULTS_IDS_ONLY,
  SEARCH_MAX_RESULTS_WITH_FIELDS,
} from '../../limits';
import type { SiteReply } from '../../operation';
import type { SiteState } from '../../state';
import type { CompiledJql } from '../jql';
import { fieldGuide, formatIssue, selectFields, wantedOf } from '../projection';
import { type Request, viewOf } from '../wire';
import { compileBounded, matching, searchError } from './run';
import { smallest } from './smallest';
import { readToken, writeToken } from './token';

export interface SearchRequest {
  readonly jql?: string | undefined;
  readonly nextPageToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly properties?: readonly string[] | undefined;
  readonly expand?: string | undefined;
  readonly reconcileIssues?: readonly number[] | undefined;
}

/** @throws SiteError 400 where a list is longer than the search takes, or a number is out of range. */
function checkLimits({ properties = [], reconcileIssues = [], maxResults = 1 }: SearchRequest): void {
  if (properties.length > SEARCH_MAX_PROPERTIES) {
    throw searchError([
      `The maximum number of properties is ${SEARCH_MAX_PROPERTIES}; ${properties.length} were given.`,
    ]);
  }
  if (reconcileIssues.length > SEARCH_MAX_RECONCILED_ISSUES) {
    throw searchError([
      `The maximum number of issues to reconcile is ${SEARCH_MAX_RECONCILED_ISSUES}; ${reconcileIssues.length} were given.`,
    ]);
  }
  if (maxResults < 1)
    throw searchError([`The value of maxResults must be at least 1; it was ${maxResults}.`]);
}

/** What of an issue can decide its place: not its text, and of its properties those that JQL can sort by. */
function sortable(state: SiteState, issue: Issue): Issue {
  const indexed = state.indexedProperties.map(({ propertyKey }) => propertyKey);
  const properties = Object.fromEntries(
    Object.entries(issue.properties).filter(([key]) => indexed.includes(key)),
  );
  return { ...issue, description: null, properties };
}

/** What sorts after the last issue of the page before. */
function* notYetTold(
  issues: Iterable<Issue>,
  { compare }: CompiledJql,
  after: Issue | undefined,
): Generator<Issue> {
  for (const issue of issues) if (!after || compare(after, issue) < 0) yield issue;
}

/**
 * Enhanced search: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 * What is written is found at once here, so `reconcileIssues` is checked and has nothing to reconcile.
 * @throws SiteError 400 for a bad query, token, or limit.
 */
export function searchPage(request: Request, search: SearchRequest): SiteReply {
  checkLimits(search);
  const { state, now } = request;
  const jql = search.jql ?? '';
  const compiled = compileBounded(request, jql);
  const selection = selectFields(state, search.fields, 'id');
  const wanted = wantedOf(selection, search.properties, search.expand);
  const light = selection.light && wanted.properties.length === 0;
  const cap = light ? SEARCH_MAX_RESULTS_IDS_ONLY : SEARCH_MAX_RESULTS_WITH_FIELDS;
  const size = Math.min(cap, search.maxResults ?? SEARCH_DEFAULT_RESULTS);

  const query = JSON.stringify([jql, [...(search.fields ?? [])].sort(), request.caller.user.accountId]);
  const after =
    search.nextPageToken === undefined ? undefined : readToken(query, search.nextPageToken, now).last;
  // One more than the page, to know whether another follows.
  const upTo = smallest(notYetTold(matching(request, compiled), compiled, after), size + 1, compiled.compare);
  const page = upTo.slice(0, size);
  const last = page.at(-1);
  const more = upTo.length > size && last !== undefined;

  const view = viewOf(request);
  return {
    status: 200,
    objects: page.length,
    body: {
      ...fieldGuide(wanted),
      issues: page.map((issue) => formatIssue(view, issue, wanted)),
      ...(more ? { nextPageToken: writeToken(query, sortable(state, last), now) } : {}),
      isLast: !more,
    },
  };
}
