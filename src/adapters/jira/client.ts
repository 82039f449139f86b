import { route } from '@forge/api';
import { z } from 'zod';
import { type Http, pages, type Requester } from '../http';
import {
  BulkGrants,
  bulkIssues,
  searchPage as searchPageOf,
  WireComments,
  WireProject,
  WireProjectPage,
  WireVersion,
} from './schema';
import { type Send, userCalls } from './user-calls';

/** Issues a page: large enough to be few calls, small enough for one reading within a time limit. */
const PAGE_SIZE = 100;

const SEARCH = 'searchAndReconsileIssuesUsingJqlPost';

interface SearchOptions {
  readonly fields: readonly string[];
  /** At most five keys. */
  readonly properties?: readonly string[];
  readonly atMost?: number;
  readonly next: string | null;
}

export type JiraClient = ReturnType<typeof createJiraClient>;

/**
 * Jira's REST interface as far as Docket uses it, a method an operation. All methods throw AppError as `Http.send`
 * says. Paths and answers: https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export function createJiraClient(http: Http, requestJira: Requester) {
  const send: Send = (spec) => http.send(requestJira, spec);

  /** One page of the issues that match. `next` continues the very same query. */
  async function searchPage<T extends z.ZodType>(jql: string, issue: T, options: SearchOptions) {
    const { fields, properties = [], atMost = Infinity, next } = options;
    const page = await send({
      operation: SEARCH,
      method: 'POST',
      idempotent: true,
      path: route`/rest/api/3/search/jql`,
      body: {
        jql,
        maxResults: Math.min(PAGE_SIZE, atMost),
        fields,
        ...(properties.length ? { properties } : {}),
        ...(next === null ? {} : { nextPageToken: next }),
      },
      schema: searchPageOf(issue),
      extraPoints: (value) => value.issues.length,
    });
    return { items: page.issues, next: page.nextPageToken ?? null };
  }

  return {
    searchPage,

    /** Every issue that matches, page by page to the last. */
    search<T extends z.ZodType>(jql: string, issue: T, options: Omit<SearchOptions, 'next'>) {
      return pages<z.output<T>>(SEARCH, async (next) => {
        const page = await searchPage(jql, issue, { ...options, next: next ?? null });
        return { items: page.items, next: page.next ?? undefined };
      });
    },

    /** How many issues match, approximately: recent changes may not be counted yet. */
    async count(jql: string): Promise<number> {
      const { count } = await send({
        operation: 'countIssues',
        method: 'POST',
        idempotent: true,
        path: route`/rest/api/3/search/approximate-count`,
        body: { jql },
        schema: z.object({ count: z.number() }),
      });
      return count;
    },

    /** The issues with these ids or keys, at most 100; what is out of sight is left out. */
    bulkFetch<T extends z.ZodType>(
      issueIdsOrKeys: readonly string[],
      issue: T,
      fields: readonly string[],
      properties: readonly string[] = [],
    ) {
      return send({
        operation: 'bulkFetchIssues',
        method: 'POST',
        idempotent: true,
        path: route`/rest/api/3/issue/bulkfetch`,
        body: { issueIdsOrKeys, fields, ...(properties.length ? { properties } : {}) },
        schema: bulkIssues(issue),
        extraPoints: (value) => value.issues.length,
      });
    },

    issue<T extends z.ZodType>(
      issueIdOrKey: string,
      issue: T,
      fields: readonly string[],
      properties: readonly string[] = [],
    ): Promise<z.output<T>> {
      const query = new URLSearchParams({
        fields: fields.join(','),
        ...(properties.length ? { properties: properties.join(',') } : {}),
      });
      return send<z.output<T>>({
        operation: 'getIssue',
        path: route`/rest/api/3/issue/${issueIdOrKey}?${query}`,
        schema: issue as z.ZodType<z.output<T>>,
        extraPoints: () => 1,
      });
    },

    async editIssue(issueIdOrKey: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
      const path = route`/rest/api/3/issue/${issueIdOrKey}`;
      await send({ operation: 'editIssue', method: 'PUT', path, body: { fields }, schema: z.unknown() });
    },

    createIssue(body: unknown): Promise<{ id: string; key: string }> {
      const schema = z.object({ id: z.string(), key: z.string() });
      return send({ operation: 'createIssue', method: 'POST', path: route`/rest/api/3/issue`, body, schema });
    },

    /** The property's value; `undefined` where the issue has none of this key. */
    async issueProperty(issueIdOrKey: string, key: string): Promise<unknown> {
      const { value } = await send({
        operation: 'getIssueProperty',
        path: route`/rest/api/3/issue/${issueIdOrKey}/properties/${key}`,
        schema: z.object({ value: z.unknown() }),
        extraPoints: () => 1,
      });
      return value;
    },

    setIssueProperty(issueIdOrKey: string, key: string, value: unknown): Promise<unknown> {
      const path = route`/rest/api/3/issue/${issueIdOrKey}/properties/${key}`;
      return send({ operation: 'setIssueProperty', method: 'PUT', path, body: value, schema: z.unknown() });
    },

    async addComment(
      issueIdOrKey: string,
      body: unknown,
      properties: readonly { key: string; value: unknown }[],
    ): Promise<string> {
      const path = route`/rest/api/3/issue/${issueIdOrKey}/comment`;
      const schema = z.object({ id: z.string() });
      return (
        await send({ operation: 'addComment', method: 'POST', path, body: { body, properties }, schema })
      ).id;
    },

    /** One page of an issue's comments, newest first. */
    comments(issueIdOrKey: string, startAt: number) {
      return send({
        operation: 'getComments',
        path: route`/rest/api/3/issue/${issueIdOrKey}/comment?orderBy=-created&maxResults=50&startAt=${startAt}`,
        schema: WireComments,
        extraPoints: (value) => value.comments.length,
      });
    },

    async commentProperty(commentId: string, key: string): Promise<unknown> {
      const { value } = await send({
        operation: 'getCommentProperty',
        path: route`/rest/api/3/comment/${commentId}/properties/${key}`,
        schema: z.object({ value: z.unknown() }),
        extraPoints: () => 1,
      });
      return value;
    },

    project(projectIdOrKey: string) {
      return send({
        operation: 'getProject',
        path: route`/rest/api/3/project/${projectIdOrKey}`,
        schema: WireProject,
        extraPoints: () => 1,
      });
    },

    versions(projectIdOrKey: string) {
      return send({
        operation: 'getProjectVersions',
        path: route`/rest/api/3/project/${projectIdOrKey}/versions`,
        schema: z.array(WireVersion),
        extraPoints: (value) => value.length,
      });
    },

    /** Those of these projects, at most fifty, that the caller may browse. */
    projectPage(projectIds: readonly string[]) {
      const query = new URLSearchParams({ action: 'browse', maxResults: String(projectIds.length) });
      for (const id of projectIds) query.append('id', id);
      return send({
        operation: 'searchProjects',
        path: route`/rest/api/3/project/search?${query}`,
        schema: WireProjectPage,
        extraPoints: (page) => page.values.length,
      });
    },

    /** At most ten projects that the caller may browse and whose key or name has the text in it. */
    findProjects(text: string) {
      return send({
        operation: 'searchProjects',
        path: route`/rest/api/3/project/search?action=browse&maxResults=10&query=${text}`,
        schema: WireProjectPage,
        extraPoints: (page) => page.values.length,
      });
    },

    ...userCalls(send),

    /** Which of these projects and issues that person may browse; asking about others takes Administer Jira. */
    async browsable(accountId: string, projectIds: readonly string[], issueIds: readonly string[]) {
      const { projectPermissions } = await send({
        operation: 'getBulkPermissions',
        method: 'POST',
        idempotent: true,
        path: route`/rest/api/3/permissions/check`,
        body: {
          accountId,
          projectPermissions: [
            {
              permissions: ['BROWSE_PROJECTS'],
              projects: projectIds.map(Number),
              issues: issueIds.map(Number),
            },
          ],
        },
        schema: BulkGrants,
        extraPoints: (value) => 2 * value.projectPermissions.length,
      });
      return {
        projects: projectPermissions.flatMap(({ projects }) => projects ?? []),
        issues: projectPermissions.flatMap(({ issues }) => issues ?? []),
      };
    },

    /** Which of these permissions the calling user has: site-wide, or in the project. */
    async permissions(keys: readonly string[], projectId?: string): Promise<Record<string, boolean>> {
      const query = new URLSearchParams({ permissions: keys.join(','), ...(projectId ? { projectId } : {}) });
      const { permissions } = await send({
        operation: 'getMyPermissions',
        path: route`/rest/api/3/mypermissions?${query}`,
        schema: z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) }),
        extraPoints: (value) => 2 * Object.keys(value.permissions).length,
      });
      return Object.fromEntries(keys.map((key) => [key, permissions[key]?.havePermission === true]));
    },
  };
}
