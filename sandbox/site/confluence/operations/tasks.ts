import { z } from 'zod';
import type { InlineTask } from '../../entities';
import { type AnyOperation, type Caller, defineOperation, intParam, listParam } from '../../operation';
import type { SiteState } from '../../state';
import { canEditPage, canViewPage, requirePage } from '../access';
import { taskWire } from '../format';
import { isBlank, withTaskStatus } from '../inline-tasks';
import { writeVersion } from '../pages';
import { pageOf, sortingBy } from '../paging';
import { bodyFormatParam, idOf, idsParam, pagingQuery } from '../query';
import { notFound } from '../refusals';

const MOST_IDS = 250;
const accountsParam = listParam.pipe(z.array(z.string()).max(MOST_IDS)).optional();
const instantParam = intParam.optional();

const Query = z.strictObject({
  ...pagingQuery,
  'body-format': bodyFormatParam,
  'include-blank-tasks': z.enum(['true', 'false']).default('true'),
  status: z.enum(['complete', 'incomplete']).optional(),
  'task-id': idsParam(MOST_IDS),
  'space-id': idsParam(MOST_IDS),
  'page-id': idsParam(MOST_IDS),
  'blogpost-id': idsParam(MOST_IDS),
  'created-by': accountsParam,
  'assigned-to': accountsParam,
  'completed-by': accountsParam,
  'created-at-from': instantParam,
  'created-at-to': instantParam,
  'due-at-from': instantParam,
  'due-at-to': instantParam,
  'completed-at-from': instantParam,
  'completed-at-to': instantParam,
});
type Query = z.infer<typeof Query>;

const among = (list: readonly string[] | undefined, value: string | null): boolean =>
  list === undefined || (value !== null && list.includes(value));

/** Both ends count; a task without the instant is in no range. */
const within = (from: number | undefined, to: number | undefined, at: number | null): boolean =>
  (from === undefined && to === undefined) || (at !== null && at >= (from ?? at) && at <= (to ?? at));

/** There are no blog posts here: asked for alone they find nothing, beside pages they add nothing. */
const onPages = (query: Query, pageId: string): boolean =>
  query['page-id'] || query['blogpost-id'] ? (query['page-id'] ?? []).includes(pageId) : true;

const matches = (query: Query, task: InlineTask): boolean =>
  (query.status === undefined || task.status === query.status) &&
  (query['include-blank-tasks'] === 'true' || !isBlank(task)) &&
  among(query['task-id'], task.id) &&
  among(query['space-id'], task.spaceId) &&
  onPages(query, task.pageId) &&
  among(query['created-by'], task.createdBy) &&
  among(query['assigned-to'], task.assignedTo) &&
  among(query['completed-by'], task.completedBy) &&
  within(query['created-at-from'], query['created-at-to'], task.created) &&
  within(query['due-at-from'], query['due-at-to'], task.dueAt) &&
  within(query['completed-at-from'], query['completed-at-to'], task.completedAt);

/** A task is seen by who sees its page; one on a page in the trash is not there. */
function isVisible(state: SiteState, caller: Caller, task: InlineTask): boolean {
  const page = state.pages.get(task.pageId);
  return page?.status === 'current' && canViewPage(state, caller.user, page);
}

const list = defineOperation({
  id: 'getTasks',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/tasks',
  scopes: [['read:task:confluence']],
  query: Query,
  body: null,
  run(context) {
    const { state, caller, query } = context;
    const found = [...state.tasks.all()].filter(
      (task) => matches(query, task) && isVisible(state, caller, task),
    );
    return pageOf(context, found, sortingBy({ id: () => 0 }, undefined, 'id'), (task) =>
      taskWire(task, query['body-format']),
    );
  },
});

interface Asking {
  readonly state: SiteState;
  readonly caller: Caller;
}

function requireTask({ state, caller }: Asking, id: string): InlineTask {
  const task = state.tasks.get(id);
  if (!task || !isVisible(state, caller, task)) throw notFound();
  return task;
}

const FormatQuery = z.strictObject({ 'body-format': bodyFormatParam });

const get = defineOperation({
  id: 'getTaskById',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/tasks/{id}',
  scopes: [['read:task:confluence']],
  query: FormatQuery,
  body: null,
  run(context) {
    const task = requireTask(context, idOf(context.params));
    return { status: 200, body: taskWire(task, context.query['body-format']), objects: 1 };
  },
});

const update = defineOperation({
  id: 'updateTask',
  product: 'confluence',
  method: 'PUT',
  path: '/wiki/api/v2/tasks/{id}',
  scopes: [['write:task:confluence']],
  query: FormatQuery,
  // The document lists every field of a task and says that only the status is changed: others are taken and ignored.
  body: z.object({ status: z.enum(['complete', 'incomplete']) }),
  run(context) {
    const { state, caller, query, params, body } = context;
    const task = requireTask(context, idOf(params));
    const page = requirePage(context, task.pageId);
    if (!canEditPage(state, caller.user, page)) throw notFound();
    if (task.status !== body.status) {
      // A box is part of the text, so checking it writes the page. That the version is a minor one, which spares the
      // watchers, is what the editor does; whether the REST interface does too, only a real site can tell.
      const text = withTaskStatus(page.body, task.localId, body.status);
      writeVersion(state, page, { body: text, minorEdit: true }, caller.user.accountId);
    }
    return {
      status: 200,
      body: taskWire(state.tasks.get(task.id) ?? task, query['body-format']),
      objects: 1,
    };
  },
});

export const taskOperations: readonly AnyOperation[] = [list, get, update];
