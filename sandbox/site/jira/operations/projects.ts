import { z } from 'zod';
import { hasInProject } from '../../access';
import type { Project } from '../../entities';
import { intParam, jiraError, listParam } from '../../operation';
import { jiraOperation, noQuery } from '../define';
import { findProject, projectBy } from '../find';
import { formatProject, formatProjectEntry } from '../format/project';
import { formatIssueType, formatStatus, hierarchyLevel } from '../format/reference';
import { pageBean, pageOf, pageQuery } from '../paging';
import { expandOf, notModelled, viewOf } from '../wire';

const get = jiraOperation({
  id: 'getProject',
  method: 'GET',
  path: '/rest/api/3/project/{projectIdOrKey}',
  query: z.strictObject({ expand: z.string().optional(), properties: listParam.optional() }),
  body: null,
  run(context) {
    const project = findProject(context, context.params['projectIdOrKey'] ?? '');
    // What these would add is always told here, as on real sites.
    expandOf(context.query.expand, ['description', 'lead', 'issueTypes', 'url', 'projectKeys']);
    return {
      status: 200,
      objects: 1,
      body: formatProject(viewOf(context), project, context.query.properties ?? []),
    };
  },
});

/** What `action` asks for, as a permission. */
const ACTIONS = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
} as const;

const ORDERS: Readonly<Record<string, (project: Project) => string>> = {
  key: ({ key }) => key,
  name: ({ name }) => name.toLowerCase(),
};

const search = jiraOperation({
  id: 'searchProjects',
  method: 'GET',
  path: '/rest/api/3/project/search',
  query: z.strictObject({
    ...pageQuery,
    orderBy: z.string().optional(),
    id: listParam.optional(),
    keys: listParam.optional(),
    query: z.string().optional(),
    typeKey: z.string().optional(),
    categoryId: intParam.optional(),
    action: z.enum(['view', 'browse', 'edit', 'create']).optional(),
    expand: z.string().optional(),
    status: listParam.optional(),
    properties: listParam.optional(),
    propertyQuery: z.string().optional(),
  }),
  body: null,
  run(context) {
    const { id, keys, query = '', typeKey, action = 'view', orderBy = 'key', status, expand } = context.query;
    if (context.query.propertyQuery !== undefined) throw notModelled('propertyQuery of the project search');
    if (context.query.properties !== undefined) throw notModelled('properties of the project search');
    if (context.query.categoryId !== undefined) throw notModelled('project categories');
    const orderOf = ORDERS[orderBy.replace(/^[+-]/, '')];
    if (!orderOf) throw notModelled(`orderBy=${orderBy} of the project search`);
    const wanted = expandOf(expand, ['description', 'lead', 'issueTypes', 'url', 'projectKeys']);
    const words = query.toLowerCase();
    const found = [...context.state.projects.all()]
      .filter((project) => hasInProject(context.caller.user, project, ACTIONS[action]))
      .filter((project) => id === undefined || id.includes(project.id))
      .filter((project) => keys === undefined || keys.includes(project.key))
      .filter((project) => typeKey === undefined || typeKey.split(',').includes(project.projectTypeKey))
      // Archived and deleted projects are not modelled: every project is live.
      .filter(() => status === undefined || status.includes('live'))
      .filter(({ key, name }) => key.toLowerCase().includes(words) || name.toLowerCase().includes(words))
      .sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));
    if (orderBy.startsWith('-')) found.reverse();
    const page = pageOf(found, context.query, 50);
    const values = page.values.map((project) => formatProjectEntry(viewOf(context), project, wanted));
    return { status: 200, objects: values.length, body: pageBean({ ...page, values }, context.url) };
  },
});

const statuses = jiraOperation({
  id: 'getAllStatuses',
  method: 'GET',
  path: '/rest/api/3/project/{projectIdOrKey}/statuses',
  query: noQuery,
  body: null,
  run(context) {
    const { state } = context;
    const project = findProject(context, context.params['projectIdOrKey'] ?? '');
    // One workflow serves all issue types of the site.
    const all = [...state.statuses.all()].map((status) => formatStatus(state, status));
    const body = project.issueTypeIds.flatMap((id) => {
      const type = state.issueTypes.get(id);
      if (!type) return [];
      const { self, name, subtask } = formatIssueType(state, type);
      return [{ self, id, name, subtask, statuses: all }];
    });
    return { status: 200, objects: body.length, body };
  },
});

const issueTypes = jiraOperation({
  id: 'getIssueTypesForProject',
  method: 'GET',
  path: '/rest/api/3/issuetype/project',
  query: z.strictObject({ projectId: z.string(), level: intParam.optional() }),
  body: null,
  run(context) {
    const { projectId, level } = context.query;
    if (!/^\d+$/.test(projectId)) throw jiraError(400, `The project ID '${projectId}' is not a number.`);
    const project = projectBy(context.state, projectId);
    if (!project || !hasInProject(context.caller.user, project, 'BROWSE_PROJECTS')) {
      throw jiraError(404, `No project could be found with id '${projectId}'.`);
    }
    const types = project.issueTypeIds
      .flatMap((id) => context.state.issueTypes.get(id) ?? [])
      .filter((type) => level === undefined || hierarchyLevel(type) === level);
    return {
      status: 200,
      objects: types.length,
      body: types.map((type) => formatIssueType(context.state, type)),
    };
  },
});

export const projectOperations = [get, search, statuses, issueTypes];
