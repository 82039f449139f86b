import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';
import { hasInProject } from '../../access';
import type { Project, Version } from '../../entities';
import { jiraError } from '../../operation';
import { jiraOperation, noQuery } from '../define';
import { findProject, findVersion, visibleProject } from '../find';
import { formatVersion } from '../format/project';
import { pageBean, pageOf, pageQuery } from '../paging';
import { type Request, expandOf, viewOf } from '../wire';

const OF_PROJECT = '/rest/api/3/project/{projectIdOrKey}';

const list = jiraOperation({
  id: 'getProjectVersions',
  method: 'GET',
  path: `${OF_PROJECT}/versions`,
  query: z.strictObject({ expand: z.string().optional() }),
  body: null,
  run(context) {
    expandOf(context.query.expand, []);
    const project = findProject(context, context.params['projectIdOrKey'] ?? '');
    const versions = context.state.versions.where('project', project.id);
    return {
      status: 200,
      objects: versions.length,
      body: versions.map((version) => formatVersion(viewOf(context), version)),
    };
  },
});

/** Versions without a date come last where dates decide. */
const LAST = '9999-12-31';
const ORDERS: Readonly<Record<string, (a: Version, b: Version) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'en'),
  releaseDate: (a, b) => (a.releaseDate ?? LAST).localeCompare(b.releaseDate ?? LAST),
  startDate: (a, b) => (a.startDate ?? LAST).localeCompare(b.startDate ?? LAST),
};

const statusOf = ({ archived, released }: Version): string =>
  archived ? 'archived' : released ? 'released' : 'unreleased';

const paged = jiraOperation({
  id: 'getProjectVersionsPaginated',
  method: 'GET',
  path: `${OF_PROJECT}/version`,
  query: z.strictObject({
    ...pageQuery,
    // `sequence` is the order in which the versions were made.
    orderBy: z
      .string()
      .regex(/^[+-]?(name|releaseDate|startDate|sequence)$/)
      .optional(),
    query: z.string().optional(),
    status: z.string().optional(),
    expand: z.string().optional(),
  }),
  body: null,
  run(context) {
    const { query, status, orderBy = 'sequence', expand } = context.query;
    expandOf(expand, []);
    const project = findProject(context, context.params['projectIdOrKey'] ?? '');
    const wanted = query?.toLowerCase() ?? '';
    const statuses = status?.split(',');
    const versions = context.state.versions
      .where('project', project.id)
      .filter(({ name, description = '' }) => `${name}\n${description}`.toLowerCase().includes(wanted))
      .filter((version) => statuses === undefined || statuses.includes(statusOf(version)))
      .sort(ORDERS[orderBy.replace(/^[+-]/, '')] ?? (() => 0));
    if (orderBy.startsWith('-')) versions.reverse();
    const page = pageOf(versions, context.query, 50);
    const values = page.values.map((version) => formatVersion(viewOf(context), version));
    return { status: 200, objects: values.length, body: pageBean({ ...page, values }, context.url) };
  },
});

const get = jiraOperation({
  id: 'getVersion',
  method: 'GET',
  path: '/rest/api/3/version/{id}',
  query: z.strictObject({ expand: z.string().optional() }),
  body: null,
  run(context) {
    expandOf(context.query.expand, []);
    const version = findVersion(context, context.params['id'] ?? '');
    return { status: 200, objects: 1, body: formatVersion(viewOf(context), version) };
  },
});

const VersionBody = z.looseObject({
  name: z.string().max(255).optional(),
  description: z.string().max(16_384).optional(),
  project: z.string().optional(),
  projectId: z.int().optional(),
  archived: z.boolean().optional(),
  released: z.boolean().optional(),
  startDate: z.string().nullish(),
  releaseDate: z.string().nullish(),
});
type VersionBody = z.infer<typeof VersionBody>;

/** @throws SiteError 400 with messages by field. */
function checkVersion({ state }: Request, project: Project, next: Version): void {
  const errors: Record<string, string> = {};
  if (next.name.trim() === '') errors['name'] = 'You must specify a valid version name';
  const others = state.versions.where('project', project.id).filter(({ id }) => id !== next.id);
  if (others.some(({ name }) => name.toLowerCase() === next.name.toLowerCase())) {
    errors['name'] = 'A version with this name already exists in this project.';
  }
  for (const field of ['startDate', 'releaseDate'] as const) {
    const date = next[field];
    if (date !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isValid(parseISO(date)))) {
      errors[field] = 'The date must be in the format: yyyy-MM-dd';
    }
  }
  if (next.startDate !== undefined && next.releaseDate !== undefined && next.startDate > next.releaseDate) {
    errors['releaseDate'] = 'The release date must be after the start date.';
  }
  if (Object.keys(errors).length > 0) throw jiraError(400, [], errors);
}

/** The stored version with what the body sets; a date given as `null` or empty goes away. */
function merged(
  version: Version,
  { name, description, archived, released, startDate, releaseDate }: VersionBody,
): Version {
  const { startDate: start, releaseDate: release, ...rest } = version;
  const nextStart = startDate === undefined ? start : (startDate ?? '');
  const nextRelease = releaseDate === undefined ? release : (releaseDate ?? '');
  return {
    ...rest,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(archived === undefined ? {} : { archived }),
    ...(released === undefined ? {} : { released }),
    ...(nextStart ? { startDate: nextStart } : {}),
    ...(nextRelease ? { releaseDate: nextRelease } : {}),
  };
}

const create = jiraOperation({
  id: 'createVersion',
  method: 'POST',
  path: '/rest/api/3/version',
  query: noQuery,
  body: VersionBody,
  run(context) {
    const { state, caller, body } = context;
    const named = body.projectId === undefined ? body.project : String(body.projectId);
    const project = named === undefined ? undefined : visibleProject(context, named);
    if (!project || !hasInProject(caller.user, project, 'ADMINISTER_PROJECTS')) {
      throw jiraError(404, [], {
        project: "Project does not exist, or you don't have permission to administer it.",
      });
    }
    const blank: Version = {
      id: state.nextId(),
      projectId: project.id,
      name: '',
      archived: false,
      released: false,
    };
    const version = merged(blank, body);
    checkVersion(context, project, version);
    state.versions.put(version);
    return { status: 201, body: formatVersion(viewOf(context), version) };
  },
});

const update = jiraOperation({
  id: 'updateVersion',
  method: 'PUT',
  path: '/rest/api/3/version/{id}',
  query: noQuery,
  body: VersionBody,
  run(context) {
    const { state, caller, body } = context;
    const version = findVersion(context, context.params['id'] ?? '');
    const project = state.projects.get(version.projectId);
    if (!project || !hasInProject(caller.user, project, 'ADMINISTER_PROJECTS')) {
      throw jiraError(400, 'You must have project administration rights to edit this version.');
    }
    const next = merged(version, body);
    checkVersion(context, project, next);
    state.versions.put(next);
    return { status: 200, body: formatVersion(viewOf(context), next) };
  },
});

/** Versions: Docket's milestones. */
export const versionOperations = [list, paged, get, create, update];
