import { z } from 'zod';
import { hasInProject } from '../../access';
import type { Project, User } from '../../entities';
import { USER_BULK_DEFAULT_RESULTS, USER_BULK_MAX_RESULTS, USER_SEARCH_MAX_RESULTS } from '../../limits';
import { boolParam, intParam, jiraError, listParam } from '../../operation';
import { jiraOperation } from '../define';
import { findIssue, findProject } from '../find';
import { formatUser } from '../format/user';
import { pageBean, pageOf, pageQuery } from '../paging';
import { type Request, expandOf, notModelled, viewOf } from '../wire';

/** Account ids replaced names and keys in 2019; Jira refuses these parameters since. */
const gone = { username: z.undefined().optional(), key: z.undefined().optional() };
/** Groups and application roles of users are not modelled. */
const EXPANDS: readonly string[] = [];

const get = jiraOperation({
  id: 'getUser',
  method: 'GET',
  path: '/rest/api/3/user',
  query: z.strictObject({ accountId: z.string(), expand: z.string().optional(), ...gone }),
  body: null,
  run(context) {
    expandOf(context.query.expand, EXPANDS);
    const { accountId } = context.query;
    const user = context.state.users.get(accountId);
    if (!user) throw jiraError(404, `Specified user does not exist or you do not have required permissions`);
    return { status: 200, identities: 1, body: formatUser(viewOf(context), user) };
  },
});

const bulk = jiraOperation({
  id: 'bulkGetUsers',
  method: 'GET',
  path: '/rest/api/3/user/bulk',
  query: z.strictObject({ ...pageQuery, accountId: listParam, ...gone }),
  body: null,
  run(context) {
    const users = [...new Set(context.query.accountId)].flatMap((id) => context.state.users.get(id) ?? []);
    const page = pageOf(users, context.query, USER_BULK_DEFAULT_RESULTS, USER_BULK_MAX_RESULTS);
    const values = page.values.map((user) => formatUser(viewOf(context), user));
    return { status: 200, identities: values.length, body: pageBean({ ...page, values }, context.url) };
  },
});

/** People whose name has a word that begins so, or whose mail address does; inactive ones are not found. */
function matchesWords(user: User, query: string): boolean {
  const words = query.toLowerCase();
  const name = user.displayName.toLowerCase();
  const starts = name.startsWith(words) || name.split(/\s+/).some((part) => part.startsWith(words));
  return user.active && (starts || user.emailAddress.toLowerCase().startsWith(words));
}

function listed(
  request: Request,
  users: readonly User[],
  page: { startAt?: number | undefined; maxResults?: number | undefined },
) {
  const { values } = pageOf(users, page, 50, USER_SEARCH_MAX_RESULTS);
  return {
    status: 200,
    identities: values.length,
    body: values.map((user) => formatUser(viewOf(request), user)),
  };
}

const find = jiraOperation({
  id: 'findUsers',
  method: 'GET',
  path: '/rest/api/3/user/search',
  query: z.strictObject({
    ...pageQuery,
    query: z.string().optional(),
    accountId: z.string().optional(),
    property: z.string().optional(),
    username: gone.username,
  }),
  body: null,
  run(context) {
    const { query, accountId, property } = context.query;
    if (property !== undefined) throw notModelled('user properties');
    if (query === undefined && accountId === undefined) {
      throw jiraError(400, "The query parameters 'query', 'accountId' and 'property' are all missing.");
    }
    if (query !== undefined && accountId !== undefined) {
      throw jiraError(400, "The query parameters 'query' and 'accountId' cannot be used together.");
    }
    const users = [...context.state.users.all()].filter((user) =>
      accountId === undefined ? matchesWords(user, query ?? '') : user.accountId === accountId,
    );
    return listed(context, users, context.query);
  },
});

/** @throws SiteError 400 where neither project nor issue is named, 404 where it is not there or hidden. */
function projectNamed(
  request: Request,
  query: { project?: string | undefined; issueKey?: string | undefined; issueId?: string | undefined },
): Project {
  if (query.project !== undefined) return findProject(request, query.project);
  const idOrKey = query.issueKey ?? query.issueId;
  if (idOrKey === undefined)
    throw jiraError(400, 'One of the parameters project, issueKey and issueId is required.');
  return findProject(request, findIssue(request, idOrKey).projectId);
}

const assignable = jiraOperation({
  id: 'findAssignableUsers',
  method: 'GET',
  path: '/rest/api/3/user/assignable/search',
  query: z.strictObject({
    ...pageQuery,
    query: z.string().optional(),
    accountId: z.string().optional(),
    project: z.string().optional(),
    issueKey: z.string().optional(),
    issueId: z.string().optional(),
    sessionId: z.string().optional(),
    actionDescriptorId: intParam.optional(),
    recommend: boolParam.optional(),
    accountType: listParam.optional(),
    appType: listParam.optional(),
    username: gone.username,
  }),
  body: null,
  run(context) {
    const { query = '', accountId, accountType } = context.query;
    const project = projectNamed(context, context.query);
    const users = [...context.state.users.all()]
      .filter((user) => hasInProject(user, project, 'ASSIGNABLE_USER'))
      .filter((user) => accountId === undefined || user.accountId === accountId)
      .filter((user) => accountType === undefined || accountType.includes(user.accountType))
      .filter((user) => matchesWords(user, query));
    return listed(context, users, context.query);
  },
});

/** Who can be assigned issues in every one of the projects; whether one would do, the document leaves open. */
const assignableInAll = jiraOperation({
  id: 'findBulkAssignableUsers',
  method: 'GET',
  path: '/rest/api/3/user/assignable/multiProjectSearch',
  query: z.strictObject({
    ...pageQuery,
    projectKeys: listParam,
    query: z.string().optional(),
    accountId: z.string().optional(),
    username: gone.username,
  }),
  body: null,
  run(context) {
    const { projectKeys, query = '', accountId } = context.query;
    const projects = projectKeys.map((key) => findProject(context, key));
    const users = [...context.state.users.all()]
      .filter((user) => projects.every((project) => hasInProject(user, project, 'ASSIGNABLE_USER')))
      .filter((user) => accountId === undefined || user.accountId === accountId)
      .filter((user) => matchesWords(user, query));
    return listed(context, users, context.query);
  },
});

const myself = jiraOperation({
  id: 'getCurrentUser',
  method: 'GET',
  path: '/rest/api/3/myself',
  query: z.strictObject({ expand: z.string().optional() }),
  body: null,
  run(context) {
    expandOf(context.query.expand, EXPANDS);
    return { status: 200, identities: 1, body: formatUser(viewOf(context), context.caller.user) };
  },
});

export const userOperations = [get, bulk, find, assignable, assignableInAll, myself];
