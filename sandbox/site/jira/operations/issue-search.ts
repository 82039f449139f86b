import { z } from 'zod';
import { SiteError, boolParam, intParam, listParam } from '../../operation';
import { jiraOperation } from '../define';
import { searchPage } from '../search/page';
import { compileBounded, matching } from '../search/run';

const ids = listParam.pipe(z.array(intParam));

/** What narrows the answer but changes nothing here: fields have the same ids and keys, and none can fail. */
const accepted = { fieldsByKeys: z.boolean().optional() };

const search = jiraOperation({
  id: 'searchAndReconsileIssuesUsingJql',
  method: 'GET',
  path: '/rest/api/3/search/jql',
  query: z.strictObject({
    jql: z.string().optional(),
    nextPageToken: z.string().optional(),
    maxResults: intParam.optional(),
    fields: listParam.optional(),
    expand: z.string().optional(),
    properties: listParam.optional(),
    fieldsByKeys: boolParam.optional(),
    failFast: boolParam.optional(),
    reconcileIssues: ids.optional(),
  }),
  body: null,
  run: (context) => searchPage(context, context.query),
});

const searchByPost = jiraOperation({
  id: 'searchAndReconsileIssuesUsingJqlPost',
  method: 'POST',
  path: '/rest/api/3/search/jql',
  query: z.strictObject({}),
  body: z.strictObject({
    jql: z.string().optional(),
    nextPageToken: z.string().optional(),
    maxResults: z.int().optional(),
    fields: z.array(z.string()).optional(),
    expand: z.string().optional(),
    properties: z.array(z.string()).optional(),
    reconcileIssues: z.array(z.int()).optional(),
    ...accepted,
  }),
  run: (context) => searchPage(context, context.body),
});

const count = jiraOperation({
  id: 'countIssues',
  method: 'POST',
  path: '/rest/api/3/search/approximate-count',
  query: z.strictObject({}),
  body: z.strictObject({ jql: z.string().optional() }),
  run: (context) => ({
    status: 200,
    body: { count: [...matching(context, compileBounded(context, context.body.jql ?? ''))].length },
  }),
});

/** The old search is gone from real sites, though the document still lists it: https://developer.atlassian.com/changelog/#CHANGE-2046 */
function gone(): never {
  const message =
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. ' +
    'A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046';
  throw new SiteError(410, { errorMessages: [message], errors: {} });
}

const removed = jiraOperation({
  id: 'searchForIssuesUsingJql',
  method: 'GET',
  path: '/rest/api/3/search',
  query: z.looseObject({}),
  body: null,
  run: gone,
});

const removedPost = jiraOperation({
  id: 'searchForIssuesUsingJqlPost',
  method: 'POST',
  path: '/rest/api/3/search',
  query: z.looseObject({}),
  body: z.unknown(),
  run: gone,
});

/** Finding issues. */
export const issueSearchOperations = [search, searchByPost, count, removed, removedPost];
