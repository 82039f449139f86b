import type { ProductEvent } from '../../state';
import { minutes, type TaskText } from '../../../../test/support/minutes';
import { addPage } from '../pages';
import { tasksIn } from '../inline-tasks';
import { doc, NOW, siteWith } from '../../../../test/support/site';

const DAY = 86_400_000;
const TASKS = '/wiki/api/v2/tasks';

const setUp = (...tasks: readonly TaskText[]) => {
  const site = siteWith();
  const space = site.build.space();
  const page = addPage(site.state, {
    spaceId: space.id,
    title: 'Meeting',
    body: minutes(...tasks),
    authorId: 'member',
  });
  const found = async (query: string, as = 'member'): Promise<string[]> => {
    const { body } = await site.call('GET', `${TASKS}?${query}`, undefined, as);
    return body.results.map(({ localId }: { localId: string }) => localId);
  };
  const idOf = (localId: string): string =>
    [...site.state.tasks.all()].find((task) => task.localId === localId)?.id ?? '';
  return { ...site, space, page, found, idOf };
};

const DUE = Date.UTC(2026, 6, 24);
const THREE: readonly TaskText[] = [
  { localId: 'a', owner: 'lead', due: DUE },
  { localId: 'b', done: true, owner: 'member', due: DUE + DAY },
  { localId: 'c', text: '' },
];

describe('tasks', () => {
  it('are listed with owner, date and text', async () => {
    const { call, page, space } = setUp({ localId: 'a', owner: 'lead', due: DUE });
    const { body } = await call('GET', `${TASKS}?body-format=atlas_doc_format`);
    expect(body.results).toMatchObject([
      {
        localId: 'a',
        pageId: page.id,
        spaceId: space.id,
        status: 'incomplete',
        createdBy: 'member',
        assignedTo: 'lead',
        completedBy: null,
        createdAt: '2026-07-21T09:00:00.000Z',
        dueAt: '2026-07-24T00:00:00.000Z',
        completedAt: null,
      },
    ]);
    expect(JSON.parse(body.results[0].body.atlas_doc_format.value).content[0].type).toBe('paragraph');
  });

  it.each([
    ['status=complete', ['b']],
    ['status=incomplete', ['a', 'c']],
    ['include-blank-tasks=false', ['a', 'b']],
    ['assigned-to=lead', ['a']],
    ['assigned-to=lead&assigned-to=member', ['a', 'b']],
    ['completed-by=member', ['b']],
    ['completed-by=lead', []],
    ['created-by=member', ['a', 'b', 'c']],
    [`due-at-from=${DUE}&due-at-to=${DUE}`, ['a']],
    [`due-at-from=${DUE + 1}`, ['b']],
    [`due-at-to=${DUE}`, ['a']],
    [`created-at-from=${NOW}`, ['a', 'b', 'c']],
    [`created-at-to=${NOW - 1}`, []],
    [`completed-at-from=${NOW}&completed-at-to=${NOW}`, ['b']],
    ['blogpost-id=1', []],
    ['page-id=1', []],
    ['space-id=1', []],
    ['task-id=1', []],
  ])('are filtered by %s', async (query, expected) => {
    expect(await setUp(...THREE).found(query)).toEqual(expected);
  });

  it('are filtered by where they are and which they are', async () => {
    const { found, page, space, idOf } = setUp(...THREE);
    expect(await found(`page-id=${page.id}&blogpost-id=1`)).toEqual(['a', 'b', 'c']);
    expect(await found(`space-id=${space.id}&status=complete`)).toEqual(['b']);
    expect(await found(`task-id=${idOf('c')},${idOf('a')}`)).toEqual(['a', 'c']);
  });

  it('are not there for who may not see their page, the app included', async () => {
    const { found, state, page, call, idOf } = setUp({ localId: 'a' });
    const app = { user: { ...state.users.get('app')! }, scopes: new Set(['read:task:confluence']) };
    const asApp = async () => (await call('GET', TASKS, undefined, app)).body.results.length;
    expect(await asApp()).toBe(1);
    state.pages.patch(page.id, { readers: ['member'] });
    expect(await asApp()).toBe(0);
    expect(await found('', 'lead')).toEqual([]);
    expect(await found('', 'member')).toEqual(['a']);
    expect((await call('GET', `${TASKS}/${idOf('a')}`, undefined, 'lead')).status).toBe(404);
  });

  it('can be read one by one', async () => {
    const { call, idOf } = setUp(...THREE);
    const { body } = await call('GET', `${TASKS}/${idOf('b')}?body-format=storage`);
    expect(body).toMatchObject({ status: 'complete', completedBy: 'member' });
    expect(body.body.storage.value).toContain('ri:account-id="member"');
  });
});

describe('checking a task', () => {
  it('writes the page: its text and its version', async () => {
    const { call, clock, state, page, idOf } = setUp({ localId: 'a', owner: 'lead' }, { localId: 'b' });
    await clock.advance(DAY);
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    const { status, body } = await call('PUT', `${TASKS}/${idOf('a')}`, { status: 'complete' }, 'lead');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'complete',
      completedBy: 'lead',
      completedAt: '2026-07-22T09:00:00.000Z',
      updatedAt: '2026-07-22T09:00:00.000Z',
      createdAt: '2026-07-21T09:00:00.000Z',
    });
    const after = state.pages.get(page.id);
    expect(after?.version).toMatchObject({ number: 2, authorId: 'lead', minorEdit: true });
    expect(tasksIn(after?.body ?? doc()).map((task) => task.status)).toEqual(['complete', 'incomplete']);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'avi:confluence:updated:page',
      'avi:confluence:updated:task',
    ]);
  });

  it('can be undone, which forgets who did it', async () => {
    const { call, idOf } = setUp({ localId: 'b', done: true });
    const { body } = await call('PUT', `${TASKS}/${idOf('b')}`, { status: 'incomplete' });
    expect(body).toMatchObject({ status: 'incomplete', completedBy: null, completedAt: null });
  });

  it('changes nothing where it is checked already', async () => {
    const { call, state, page, idOf } = setUp({ localId: 'b', done: true });
    expect((await call('PUT', `${TASKS}/${idOf('b')}`, { status: 'complete' })).status).toBe(200);
    expect(state.pages.get(page.id)?.version.number).toBe(1);
  });

  it('needs the right to edit the page', async () => {
    const { call, state, space, idOf } = setUp({ localId: 'a' });
    state.spaces.patch(space.id, { everyone: 'view' });
    expect((await call('PUT', `${TASKS}/${idOf('a')}`, { status: 'complete' })).status).toBe(404);
  });
});
