import { ISSUE_TYPES, STATUSES } from '../seed/basics';
import type { Named, Status } from '../site/entities';
import type { SiteState } from '../site/state';
import type { Row, Table } from '../site/store';
import type { ArchiveIssue, ArchiveLink } from './types';

/** The site's ids for the names that an archive uses; a name that the site lacks is added on first use. */
export interface Tables {
  issueTypeId(name: string, subtask: boolean): string;
  statusId(name: string, category: Status['category']): string;
  /** The status that a project's issues had before they were done: its most frequent one of category `new`. */
  openStatusId(projectKey: string): string;
  priorityId(name: string): string;
  resolutionId(name: string): string;
  componentId(projectId: string, name: string): string;
  linkTypeId(link: ArchiveLink): string;
}

/** Looks rows up by `keyOf`, and adds what is not there. */
function finder<T extends Row, K extends unknown[]>(
  table: Table<T>,
  keyOf: (row: T) => string,
  make: (...args: K) => Omit<T, 'id'>,
  nextId: () => string,
): (...args: K) => string {
  const ids = new Map([...table.all()].map((row) => [keyOf(row), row.id]));
  return (...args) => {
    // A row of T is what `make` gives and an id; TypeScript cannot add the two up for an open T.
    const row = { ...make(...args), id: '' } as T;
    const key = keyOf(row);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = nextId();
    table.put({ ...row, id });
    ids.set(key, id);
    return id;
  };
}

function openStatuses(issues: readonly ArchiveIssue[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { project, status, statusCategory } of issues) {
    if (statusCategory !== 'new') continue;
    const ofProject = counts.get(project) ?? new Map<string, number>();
    counts.set(project, ofProject.set(status, (ofProject.get(status) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([project, ofProject]) => [
      project,
      [...ofProject].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0],
    ]),
  );
}

/** @param issues those of the archive, for the statuses that its projects begin with. */
export function createTables(state: SiteState, issues: readonly ArchiveIssue[]): Tables {
  const { nextId } = state;
  const nameOf = (row: Named): string => row.name;
  const named = (name: string) => ({ name });
  const first = openStatuses(issues);
  const statusId = finder(
    state.statuses,
    (row) => `${row.category} ${row.name}`,
    (name: string, category: Status['category']) => ({ name, category }),
    nextId,
  );
  const phrases = new Map<string, string>();
  const linkTypeId = finder(
    state.linkTypes,
    nameOf,
    ({ type, direction, phrase }: ArchiveLink) => ({
      name: type,
      inward: type,
      outward: type,
      [direction]: phrase || type,
    }),
    nextId,
  );
  return {
    issueTypeId: finder(
      state.issueTypes,
      (row) => `${row.subtask} ${row.name}`,
      (name: string, subtask: boolean) => ({ name, subtask }),
      nextId,
    ),
    statusId,
    openStatusId: (projectKey) => statusId(first.get(projectKey) ?? STATUSES.toDo.name, 'new'),
    priorityId: finder(state.priorities, nameOf, named, nextId),
    resolutionId: finder(state.resolutions, nameOf, named, nextId),
    componentId: finder(
      state.components,
      (row) => `${row.projectId} ${row.name}`,
      (projectId: string, name: string) => ({ projectId, name }),
      nextId,
    ),
    linkTypeId(link) {
      const id = linkTypeId(link);
      // A link names only the phrase of its own direction; the other one comes with a link that goes the other way.
      const seen = `${id} ${link.direction}`;
      if (link.phrase && !phrases.has(seen)) {
        phrases.set(seen, link.phrase);
        state.linkTypes.patch(id, { [link.direction]: link.phrase });
      }
      return id;
    },
  };
}

/** A project whose archive names no types gets those of a new Jira project. */
export const DEFAULT_TYPE_IDS: readonly string[] = Object.values(ISSUE_TYPES).map((type) => type.id);
