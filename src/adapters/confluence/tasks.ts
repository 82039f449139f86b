import { route } from '@forge/api';
import { taskWords } from '../../domain/status/task-words';
import { AppError, isAppError } from '../../errors';
import type { FoundTask, PagePlace, TaskQuery, TaskSource } from '../../ports/tasks';
import { cursorOf, type Http, pages as allPages, type Requester, type RequestSpec } from '../http';
import { say } from '../../words';
import { issueLinks } from './links';
import { docFrom, siteUrlFrom } from './map';
import { WireSpaces } from './schema';
import { WirePlaces, type WireTask, WireTasks } from './task-schema';

/** The most that one call takes or gives: https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-task/ */
const MOST = 250;
/** Ids stand in the address, which must not grow beyond what gateways take. */
const IDS = 100;
const BODY = { 'body-format': 'atlas_doc_format' };

/**
 * Inline tasks and their pages, by the scopes read:task, read:page and read:space.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/
 */
export function createTaskSource(http: Http, requestConfluence: Requester): TaskSource {
  const send = async <T>(spec: RequestSpec<T>) => {
    try {
      return await http.send(requestConfluence, spec);
    } catch (cause) {
      // Lists answer with what one may see: a list that is not there at all belongs to no Confluence.
      if (!isAppError(cause, 'NOT_FOUND')) throw cause;
      throw new AppError('NO_CONFLUENCE', say('problem.noConfluence'), { cause });
    }
  };

  const listTasks = (query: URLSearchParams) =>
    send({
      operation: 'getTasks',
      path: route`/wiki/api/v2/tasks?${query}`,
      schema: WireTasks,
      extraPoints: ({ results }) => results.length,
    });

  async function pagesBy(ids: readonly string[], withLinks: boolean): Promise<PagePlace[]> {
    const query = new URLSearchParams({
      id: ids.join(','),
      status: 'current',
      limit: String(MOST),
      ...(withLinks ? BODY : {}),
    });
    const operation = 'getPages';
    const found: PagePlace[] = [];
    const listed = allPages(operation, async (cursor) => {
      if (cursor !== undefined) query.set('cursor', cursor);
      const path = route`/wiki/api/v2/pages?${query}`;
      const page = await send({
        operation,
        path,
        schema: WirePlaces,
        extraPoints: ({ results }) => results.length,
      });
      const siteUrl = siteUrlFrom(page._links?.base);
      const items = page.results.map((result) => ({ result, siteUrl }));
      return { items, next: cursorOf(operation, page._links?.next) };
    });
    for await (const { result, siteUrl } of listed) {
      const { id, title, spaceId, parentId, body } = result;
      const links = withLinks
        ? issueLinks(docFrom(operation, body?.atlas_doc_format?.value).content, siteUrl)
        : [];
      found.push({ id, title, spaceId, parentId: parentId ?? null, links });
    }
    return found;
  }

  return {
    async spaces(keys) {
      if (keys.length === 0) return new Map();
      const query = new URLSearchParams({ keys: keys.join(','), limit: String(MOST) });
      const { results } = await send({
        operation: 'getSpaces',
        path: route`/wiki/api/v2/spaces?${query}`,
        schema: WireSpaces,
        extraPoints: (found) => found.results.length,
      });
      // People type keys as they like; Confluence itself does not tell upper from lower case.
      const idOf = new Map(results.map(({ key, id }) => [key.toLowerCase(), id]));
      return new Map(
        keys.flatMap((key) => {
          const id = idOf.get(key.toLowerCase());
          return id === undefined ? [] : [[key, id] as const];
        }),
      );
    },

    async tasks(query, next) {
      const page = await listTasks(queryOf(query, next));
      const siteUrl = siteUrlFrom(page._links?.base);
      return {
        tasks: page.results.flatMap((task) => taskFrom(task, siteUrl)),
        next: cursorOf('getTasks', page._links?.next) ?? null,
      };
    },

    async live(taskIds) {
      const live = new Map<string, FoundTask>();
      for (let start = 0; start < taskIds.length; start += IDS) {
        const ids = taskIds.slice(start, start + IDS).join(',');
        const page = await listTasks(new URLSearchParams({ ...BODY, 'task-id': ids, limit: String(MOST) }));
        for (const task of page.results.flatMap((wire) => taskFrom(wire, siteUrlFrom(page._links?.base))))
          live.set(task.taskId, task);
      }
      return live;
    },

    async pages(pageIds, withLinks) {
      const found = new Map<string, PagePlace>();
      for (let start = 0; start < pageIds.length; start += IDS) {
        const part = await pagesBy(pageIds.slice(start, start + IDS), withLinks);
        for (const page of part) found.set(page.id, page);
      }
      return found;
    },
  };
}

function queryOf(query: TaskQuery, next: string | null): URLSearchParams {
  const { spaceIds, dueFrom, dueTo, among, createdFrom } = query;
  const params = new URLSearchParams({
    ...BODY,
    'include-blank-tasks': 'false',
    status: 'incomplete',
    'space-id': spaceIds.join(','),
    limit: String(MOST),
  });
  // A task's date is midnight UTC of that date, whatever the zone of who wrote it. One without a date is in no range:
  // the epoch keeps those out where no other end is given.
  const within = (what: string, start: number | null, end: number | null): void => {
    if (start !== null) params.set(`${what}-from`, String(start));
    if (end !== null) params.set(`${what}-to`, String(end));
  };
  within(
    'due-at',
    dueFrom === null ? 0 : Date.parse(`${dueFrom}T00:00:00Z`),
    dueTo === null ? null : Date.parse(`${dueTo}T23:59:59.999Z`),
  );
  within('created-at', createdFrom?.getTime() ?? null, null);
  if (among !== null) params.set('assigned-to', among.join(','));
  if (next !== null) params.set('cursor', next);
  return params;
}

/** Nothing for a task in a blog post, which no project names. */
function taskFrom(wire: WireTask, siteUrl: string | null): FoundTask[] {
  const { id, pageId, spaceId, status, body, createdBy, assignedTo, createdAt, dueAt } = wire;
  if (typeof pageId !== 'string' || typeof spaceId !== 'string') return [];
  const { content } = docFrom('getTasks', body?.atlas_doc_format?.value);
  return [
    {
      taskId: id,
      pageId,
      spaceId,
      text: taskWords(content),
      dueDate: typeof dueAt === 'string' ? dueAt.slice(0, 10) : null,
      ownerId: assignedTo ?? null,
      authorId: createdBy ?? null,
      createdAt: new Date(createdAt),
      done: status === 'complete',
      links: issueLinks(content, siteUrl),
    },
  ];
}
