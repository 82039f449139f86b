import { isAppError } from '../errors';
import type { TaskConfig } from '../ports/projects';
import type { FoundTask, PagePlace, TaskSource } from '../ports/tasks';
import { pagesInside } from './follow-up/task-places';
import { readSpaces } from './follow-up/task-spaces';

export interface TaskCount {
  readonly count: number;
  /** True where there are others beyond the first page of the answer. */
  readonly more: boolean;
}

/** Open tasks with an owner and a date that the account behind `source` sees; none where it sees no Confluence. */
export async function countTasks(
  source: Pick<TaskSource, 'spaces' | 'pages' | 'tasks'>,
  config: TaskConfig,
): Promise<TaskCount> {
  try {
    const { spaceIds, treeSpaceIds } = await readSpaces(source, config);
    const all = [...new Set([...spaceIds, ...treeSpaceIds])];
    if (all.length === 0) return { count: 0, more: false };
    const query = { spaceIds: all, dueFrom: null, dueTo: null, among: null, createdFrom: null };
    const page = await source.tasks(query, null);
    const owned = page.tasks.filter(({ ownerId, dueDate }) => ownerId !== null && dueDate !== null);
    const counted = await inside(source, owned, { pageIds: config.pageIds, spaceIds });
    return { count: counted.length, more: page.next !== null };
  } catch (error) {
    if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) return { count: 0, more: false };
    throw error;
  }
}

async function inside(
  source: Pick<TaskSource, 'pages'>,
  tasks: readonly FoundTask[],
  scope: { readonly pageIds: readonly string[]; readonly spaceIds: readonly string[] },
): Promise<readonly FoundTask[]> {
  const elsewhere = tasks.filter(({ spaceId }) => !scope.spaceIds.includes(spaceId));
  if (elsewhere.length === 0) return tasks;
  const read = new Map<string, PagePlace | null>();
  const readInto = async (ids: readonly string[]): Promise<typeof read> => {
    const missing = [...new Set(ids)].filter((id) => !read.has(id));
    const pages = missing.length > 0 ? await source.pages(missing, false) : new Map<string, PagePlace>();
    for (const id of missing) read.set(id, pages.get(id) ?? null);
    return read;
  };
  await readInto(elsewhere.map(({ pageId }) => pageId));
  const pages = [...read.values()].filter((page) => page !== null);
  const found = await pagesInside(pages, scope, readInto);
  return tasks.filter(({ spaceId, pageId }) => scope.spaceIds.includes(spaceId) || found.has(pageId));
}
