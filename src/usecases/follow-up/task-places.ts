import type { Commitment, LiveCommitment, Target } from '../../domain/commitments';
import type { Issues } from '../../ports/issues';
import type { TaskConfig } from '../../ports/projects';
import type { FoundTask, PagePlace, TaskSource } from '../../ports/tasks';
import type { People } from './people';

/** More of a task's words than this do not help to recognise it. */
const MOST_WORDS = 200;
/** No site nests its pages deeper. */
const DEPTH = 100;
/** Links that are tried before a task counts as linked to none of the project's issues. */
const LINKS = 5;

const PREFIX = 'task:';

/** The number of the task in a commitment's id; `null` where it is no task. */
export const taskIdOf = (commitmentId: string): string | null =>
  commitmentId.startsWith(PREFIX) ? (commitmentId.split(':')[1] ?? null) : null;

/** The page that the task of a commitment's id stands on; `null` where it is no task. */
export const pageIdOf = (commitmentId: string): string | null =>
  commitmentId.startsWith(PREFIX) ? (commitmentId.split(':')[2] ?? null) : null;

/** A task as a commitment on a page whose title is not read yet. */
export function commitmentOf(task: FoundTask, projectId: string, people: People): LiveCommitment {
  const { text, pageId, done, createdAt } = task;
  return {
    id: `${PREFIX}${task.taskId}:${pageId}`,
    projectId,
    target: { kind: 'page', id: pageId, title: '' },
    summary: text.length <= MOST_WORDS ? text : `${text.slice(0, MOST_WORDS - 1)}…`,
    dueDate: task.dueDate,
    owner: people.get(task.ownerId),
    done,
    status: done ? 'complete' : 'incomplete',
    priority: null,
    labels: [],
    authorId: task.authorId,
    createdAt: createdAt.toISOString(),
  };
}

/** What of Confluence counts for one project. */
export interface TaskScope {
  readonly projectId: string;
  readonly tasks: TaskConfig;
  /** Spaces of which every page counts. */
  readonly spaceIds: readonly string[];
}

type KnownPages = ReadonlyMap<string, PagePlace | null>;

/**
 * Ids of those pages that lie in one of the spaces or under one of the pages, found by climbing to the parents of all
 * at once: that costs as many calls as the tree is deep, however many pages it has.
 */
export async function pagesInside(
  pages: readonly PagePlace[],
  { pageIds, spaceIds }: { readonly pageIds: readonly string[]; readonly spaceIds: readonly string[] },
  read: (ids: readonly string[]) => Promise<KnownPages>,
): Promise<ReadonlySet<string>> {
  const inside = new Set(pages.filter(({ spaceId }) => spaceIds.includes(spaceId)).map(({ id }) => id));
  let climbing = pages
    .filter(({ id }) => !inside.has(id))
    .map((page): { readonly start: string; readonly at: PagePlace } => ({ start: page.id, at: page }));
  for (let depth = 0; depth < DEPTH && climbing.length > 0; depth += 1) {
    for (const { start, at } of climbing) if (pageIds.includes(at.id)) inside.add(start);
    climbing = climbing.filter(({ start }) => !inside.has(start));
    const known = await read(climbing.flatMap(({ at }) => at.parentId ?? []));
    climbing = climbing.flatMap(({ start, at }) => {
      const parent = at.parentId === null ? null : known.get(at.parentId);
      return parent ? [{ start, at: parent }] : [];
    });
  }
  return inside;
}

/** Pages and issues that one run has read to learn where tasks stand. */
export class TaskPlaces {
  readonly #pages = new Map<string, PagePlace | null>();
  readonly #withLinks = new Map<string, PagePlace | null>();
  readonly #issues = new Map<string, LiveCommitment | null>();

  constructor(
    private readonly source: Pick<TaskSource, 'pages'>,
    private readonly issues: Pick<Issues, 'find'>,
  ) {}

  /** Those of these tasks that stand where the project looks for them, with the place where each is chased. */
  async locate<T extends LiveCommitment | Commitment>(
    found: readonly { readonly task: FoundTask; readonly commitment: T }[],
    scope: TaskScope,
  ): Promise<T[]> {
    const isOnIssue = scope.tasks.chaseOn === 'issue';
    const read = isOnIssue ? this.#withLinks : this.#pages;
    await this.#read(
      found.map(({ task }) => task.pageId),
      read,
    );
    const inside = await pagesInside(
      found.flatMap(({ task }) => read.get(task.pageId) ?? []),
      { pageIds: scope.tasks.pageIds, spaceIds: scope.spaceIds },
      (ids) => this.#read(ids, this.#pages),
    );
    const located: T[] = [];
    for (const { task, commitment } of found) {
      const page = read.get(task.pageId);
      if (!page || !inside.has(page.id)) continue;
      const onPage: Target = { kind: 'page', id: page.id, title: page.title };
      const issue = isOnIssue ? await this.#issueOf([...task.links, ...page.links], scope.projectId) : null;
      located.push(
        issue
          ? { ...commitment, target: issue, summary: `${commitment.summary} (on the page ${page.title})` }
          : { ...commitment, target: onPage },
      );
    }
    return located;
  }

  async #read(ids: readonly string[], into: Map<string, PagePlace | null>): Promise<KnownPages> {
    const missing = [...new Set(ids)].filter((id) => !into.has(id));
    if (missing.length === 0) return into;
    const read = await this.source.pages(missing, into === this.#withLinks);
    for (const id of missing) into.set(id, read.get(id) ?? null);
    return into;
  }

  /** The first linked issue of the project itself: what a page says is not carried into other projects. */
  async #issueOf(keys: readonly string[], projectId: string): Promise<Target | null> {
    for (const key of [...new Set(keys)].slice(0, LINKS)) {
      if (!this.#issues.has(key)) this.#issues.set(key, await this.issues.find(key));
      const issue = this.#issues.get(key);
      if (issue?.projectId === projectId) return issue.target;
    }
    return null;
  }
}
