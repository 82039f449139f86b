import { seedBasics } from '../seed/basics';
import { doc, paragraph } from '../seed/document';
import { putSpace } from '../seed/space';
import type { AdfDoc, IssueComment, Version } from '../site/entities';
import type { SiteState } from '../site/state';
import { issueAt } from './moment';
import { createTables, DEFAULT_TYPE_IDS, type Tables } from './tables';
import type {
  Archive,
  ArchiveComment,
  ArchiveIssue,
  ArchiveProject,
  ArchiveUser,
  ArchiveVersion,
} from './types';

export interface SeedOptions {
  /** The instant as of which the site is made, epoch milliseconds. */
  readonly now: number;
  /** Keys of the projects to put in; all where absent. */
  readonly projects?: readonly string[];
}

/** `YYYY-MM-DD` in UTC. */
export function utcDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Who administers the site: the lead of the first project that has an active one, else the first active user. */
function adminOf(archive: Archive, projects: readonly ArchiveProject[]): string | undefined {
  const active = new Set(archive.users.filter((user) => user.active).map((user) => user.accountId));
  const lead = projects.find((project) => project.lead !== null && active.has(project.lead))?.lead;
  return lead ?? [...active][0] ?? archive.users[0]?.accountId;
}

function seedUsers(state: SiteState, users: readonly ArchiveUser[], admin: string | undefined): void {
  const taken = new Set<string>();
  for (const user of users) {
    const base = user.displayName
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.+|\.+$/g, '');
    let name = base || 'user';
    for (let n = 2; taken.has(name); n++) name = `${base || 'user'}.${n}`;
    taken.add(name);
    state.users.put({
      id: user.accountId,
      accountId: user.accountId,
      displayName: user.displayName,
      emailAddress: `${name}@example.com`,
      timeZone: user.timeZone,
      locale: 'en-US',
      active: user.active,
      accountType: 'atlassian',
      siteAdmin: user.accountId === admin,
    });
  }
}

/** True where the version was out by the day of `now`. One without a date is out where the archive says so. */
export function isReleasedAt(version: ArchiveVersion, now: number): boolean {
  return version.released && (version.releaseDate === null || version.releaseDate <= utcDate(now));
}

function versionRow(version: ArchiveVersion, projectId: string, now: number): Version {
  const released = isReleasedAt(version, now);
  return {
    id: version.id,
    name: version.name,
    projectId,
    released,
    // The archive does not say when a version was put away; it was not before its release.
    archived: version.archived && (released || !version.released),
    ...(version.startDate === null ? {} : { startDate: version.startDate }),
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
  };
}

function seedProject(
  state: SiteState,
  tables: Tables,
  project: ArchiveProject,
  admin: string,
  options: SeedOptions,
) {
  const types = project.issueTypes.map(({ name, subtask }) => tables.issueTypeId(name, subtask));
  state.projects.put({
    id: project.id,
    key: project.key,
    name: project.name,
    description: project.description,
    leadAccountId: project.lead,
    projectTypeKey: 'software',
    everyone: 'member',
    roles: { [admin]: 'admin', ...(project.lead === null ? {} : { [project.lead]: 'admin' as const }) },
    appAccess: true,
    issueTypeIds: types.length > 0 ? types : DEFAULT_TYPE_IDS,
    properties: {},
  });
  for (const name of project.components) tables.componentId(project.id, name);
  for (const version of project.versions) state.versions.put(versionRow(version, project.id, options.now));
  const author = project.lead ?? admin;
  putSpace(state, {
    // Confluence takes letters and digits only.
    key: project.key.replace(/[^A-Za-z0-9]/g, ''),
    name: project.name,
    about: project.description,
    authorId: author,
    created: options.now,
    everyone: 'edit',
    members: { [admin]: 'admin', [author]: 'admin' },
  });
}

const placeholders = new Map<number, AdfDoc>();

/** One document for each length: comments are many, and the rows of a table are never changed in place. */
function placeholderOf(length: number): AdfDoc {
  const known = placeholders.get(length);
  if (known) return known;
  const body = doc(paragraph(`(comment of ${length} characters; text not in the archive)`));
  placeholders.set(length, body);
  return body;
}

/** Puts a comment in the site; one whose author the archive does not name is left out, as Jira has no such. */
export function putComment(
  state: SiteState,
  issueId: string,
  comment: ArchiveComment,
): IssueComment | undefined {
  if (comment.author === null || !state.users.get(comment.author)) return undefined;
  const row: IssueComment = {
    id: state.nextId(),
    issueId,
    authorId: comment.author,
    updateAuthorId: comment.author,
    body: placeholderOf(comment.length),
    created: comment.created,
    updated: comment.created,
    properties: {},
  };
  state.comments.put(row);
  return row;
}

/**
 * Ties an issue to those that are on the site already. Both ends name the link, so the second one finds it there; an
 * end outside the archive has nothing to tie to.
 */
export function putLinks(state: SiteState, tables: Tables, issue: ArchiveIssue): void {
  for (const link of issue.links) {
    const [other] = state.issues.where('key', link.key.toUpperCase());
    if (!other) continue;
    const typeId = tables.linkTypeId(link);
    const [inwardIssueId, outwardIssueId] =
      link.direction === 'outward' ? [issue.id, other.id] : [other.id, issue.id];
    const isThere = state.links
      .where('issue', issue.id)
      .some(
        (row) =>
          row.typeId === typeId &&
          row.inwardIssueId === inwardIssueId &&
          row.outwardIssueId === outwardIssueId,
      );
    if (!isThere) state.links.put({ id: state.nextId(), typeId, inwardIssueId, outwardIssueId });
  }
}

/** Ids that the site hands out must never meet those that come with the archive. */
function reserveArchiveIds(state: SiteState, archive: Archive): void {
  const rows = [
    ...archive.projects,
    ...archive.projects.flatMap((project) => project.versions),
    ...archive.issues,
  ];
  state.reserveIds(rows.reduce((max, row) => Math.max(max, Number(row.id)), 0));
}

/**
 * Fills an empty site with an archive as of `now`: what was created, resolved or written later has not happened.
 * `scheduleArchive` makes it happen as the clock passes.
 */
export function seedFromArchive(state: SiteState, archive: Archive, options: SeedOptions): void {
  const { now } = options;
  const projects = archive.projects.filter((project) => options.projects?.includes(project.key) ?? true);
  const keys = new Set(projects.map((project) => project.key));
  seedBasics(state);
  reserveArchiveIds(state, archive);
  const admin = adminOf(archive, projects);
  if (admin === undefined) throw new Error('An archive without users cannot make a site.');
  seedUsers(state, archive.users, admin);
  const tables = createTables(state, archive.issues);
  for (const project of projects) seedProject(state, tables, project, admin, options);
  const there = archive.issues
    .filter((issue) => keys.has(issue.project) && issue.created <= now)
    .sort((a, b) => a.created - b.created);
  for (const issue of there) {
    state.issues.put(issueAt(state, tables, issue, now));
    for (const comment of issue.comments) if (comment.created <= now) putComment(state, issue.id, comment);
  }
  for (const issue of there) {
    putLinks(state, tables, issue);
    // A parent can be younger than its child; only now are all of them there.
    const [parent] = issue.parent === null ? [] : state.issues.where('key', issue.parent.toUpperCase());
    if (parent && state.issues.get(issue.id)?.parentId === null)
      state.issues.patch(issue.id, { parentId: parent.id });
  }
}
