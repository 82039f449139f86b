import type { Issue, User } from '../site/entities';
import { commitChange } from '../site/jira/write/commit';
import { emitCommented, emitIssueEvent } from '../site/jira/write/events';
import type { Request } from '../site/jira/wire';
import type { SiteState } from '../site/state';
import { issueAt } from './moment';
import { isReleasedAt, putComment, putLinks } from './seed';
import { createTables, type Tables } from './tables';
import type { Archive, ArchiveComment, ArchiveIssue } from './types';

interface Happening {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly happen: () => void;
}

/** A request as the person makes it who did this then; where the archive does not say who, as the site's admin. */
function requestOf(state: SiteState, accountId: string | null): Request {
  const user = (accountId !== null && state.users.get(accountId)) || adminOf(state);
  return { state, caller: { user, scopes: null }, now: state.clock.now() };
}

function adminOf(state: SiteState): User {
  for (const user of state.users.all()) if (user.siteAdmin) return user;
  throw new Error('The site has no admin.');
}

function create(state: SiteState, tables: Tables, issue: ArchiveIssue): void {
  const row = issueAt(state, tables, issue, issue.created);
  state.issues.put(row);
  putLinks(state, tables, issue);
  emitIssueEvent(requestOf(state, issue.reporter), 'created', row);
}

/** What people or the app did on the site since then stays: only what a resolution changes is changed. */
function resolve(state: SiteState, tables: Tables, issue: ArchiveIssue, row: Issue, resolved: number): void {
  const { statusId, resolutionId, statusChanged } = issueAt(state, tables, issue, resolved);
  commitChange(requestOf(state, issue.assignee), row, { statusId, resolutionId, resolved, statusChanged });
}

function comment(state: SiteState, row: Issue, written: ArchiveComment): void {
  const put = putComment(state, row.id, written);
  if (!put) return;
  emitCommented(requestOf(state, put.authorId), state.issues.patch(row.id, { updated: put.created }), put);
}

function happeningsOf(state: SiteState, tables: Tables, issue: ArchiveIssue): Happening[] {
  /** An issue that somebody deleted on the site has no further story. */
  const ifThere = (happen: (row: Issue) => void) => () => {
    const row = state.issues.get(issue.id);
    if (row) happen(row);
  };
  const { created, resolved } = issue;
  return [
    { at: created, happen: () => create(state, tables, issue) },
    ...(resolved !== null && resolved > created
      ? [{ at: resolved, happen: ifThere((row) => resolve(state, tables, issue, row, resolved)) }]
      : []),
    ...issue.comments.map((written) => ({
      at: Math.max(written.created, created),
      happen: ifThere((row) => comment(state, row, written)),
    })),
  ];
}

/** A version is out from the first moment, UTC, of its release date. */
function releasesOf(state: SiteState, archive: Archive): Happening[] {
  return archive.projects
    .flatMap((project) => project.versions)
    .filter((version) => version.released && version.releaseDate !== null && state.versions.get(version.id))
    .map((version) => ({
      at: Date.parse(`${version.releaseDate}T00:00:00Z`),
      happen: () => {
        if (isReleasedAt(version, state.clock.now())) state.versions.patch(version.id, { released: true });
      },
    }));
}

/**
 * Puts on the clock what happens in the archive after the clock's present instant and not after `until` (epoch
 * milliseconds), in the projects that are on the site: issues created, resolved and commented, versions released. To
 * be called before the app is installed, so that at the same instant the world moves first and the app looks at it
 * afterwards.
 */
export function scheduleArchive(state: SiteState, archive: Archive, until: number): void {
  const now = state.clock.now();
  const isAhead = ({ at }: Happening): boolean => at > now && at <= until;
  const tables = createTables(state, archive.issues);
  const ahead = releasesOf(state, archive).filter(isAhead);
  for (const issue of archive.issues) {
    if (state.projects.where('key', issue.project.toUpperCase()).length === 0) continue;
    ahead.push(...happeningsOf(state, tables, issue).filter(isAhead));
  }
  // Sorting is stable, so that one issue's creation stays before its comments of the same second. Latest first is
  // what the clock takes in fastest; what falls on one instant goes in as one piece and keeps its order.
  const byInstant = new Map<number, Happening[]>();
  for (const happening of ahead) {
    const together = byInstant.get(happening.at);
    if (together) together.push(happening);
    else byInstant.set(happening.at, [happening]);
  }
  for (const [at, together] of [...byInstant].sort(([a], [b]) => b - a)) {
    state.clock.schedule(at, () => together.forEach(({ happen }) => happen()));
  }
}
