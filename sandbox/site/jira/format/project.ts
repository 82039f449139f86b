import { format, parseISO } from 'date-fns';
import type { Project, Version } from '../../entities';
import { type View, localDate, present, selfOf } from '../wire';
import { formatIssueType, formatNamed } from './reference';
import { formatUser } from './user';

/** Jira's default date format for people. */
const humanDate = (date: string): string => format(parseISO(date), 'dd/MMM/yy');

/** `Version`. It is overdue where it should have been released before the reader's today. */
export function formatVersion(view: View, version: Version) {
  const { releaseDate, startDate } = version;
  const today = localDate(view.now, view.viewer?.timeZone ?? 'Etc/UTC');
  return present({
    self: selfOf(view.state, `version/${version.id}`),
    id: version.id,
    description: version.description,
    name: version.name,
    archived: version.archived,
    released: version.released,
    startDate,
    releaseDate,
    overdue: releaseDate === undefined || version.released ? undefined : releaseDate < today,
    userStartDate: startDate === undefined ? undefined : humanDate(startDate),
    userReleaseDate: releaseDate === undefined ? undefined : humanDate(releaseDate),
    projectId: Number(version.projectId),
  });
}

/** How a version appears inside an issue. */
export const formatVersionBrief = (view: View, version: Version) =>
  present({
    self: selfOf(view.state, `version/${version.id}`),
    id: version.id,
    description: version.description,
    name: version.name,
    archived: version.archived,
    released: version.released,
    releaseDate: version.releaseDate,
  });

/** How a project appears inside an issue or a list. */
export const formatProjectBrief = (view: View, project: Project) => ({
  self: selfOf(view.state, `project/${project.id}`),
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: project.projectTypeKey,
  simplified: false,
});

const inList = (view: View, project: Project) => ({
  ...formatProjectBrief(view, project),
  style: 'classic',
  isPrivate: project.everyone === null,
  properties: {},
});

const leadOf = (view: View, project: Project) => {
  const lead = project.leadAccountId === null ? undefined : view.state.users.get(project.leadAccountId);
  return lead && formatUser(view, lead);
};

const issueTypesOf = (view: View, project: Project) =>
  project.issueTypeIds.flatMap((id) => {
    const type = view.state.issueTypes.get(id);
    return type ? [formatIssueType(view.state, type)] : [];
  });

/** An entry of the project search, with the parts that were asked for by `expand`. */
export const formatProjectEntry = (view: View, project: Project, expand: ReadonlySet<string>) =>
  present({
    ...inList(view, project),
    description: expand.has('description') ? project.description : undefined,
    lead: expand.has('lead') ? leadOf(view, project) : undefined,
    issueTypes: expand.has('issueTypes') ? issueTypesOf(view, project) : undefined,
  });

/** `Project` with all that Get project tells. */
export const formatProject = (view: View, project: Project, propertyKeys: readonly string[]) =>
  present({
    expand: 'description,lead,issueTypes',
    ...inList(view, project),
    description: project.description,
    lead: leadOf(view, project),
    components: view.state.components
      .where('project', project.id)
      .map((component) => formatNamed(view.state, 'component', component)),
    issueTypes: issueTypesOf(view, project),
    assigneeType: 'UNASSIGNED',
    versions: view.state.versions.where('project', project.id).map((version) => formatVersion(view, version)),
    properties: Object.fromEntries(
      propertyKeys.flatMap((key) => (key in project.properties ? [[key, project.properties[key]]] : [])),
    ),
  });
