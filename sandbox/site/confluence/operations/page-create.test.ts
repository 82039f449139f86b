import type { ProductEvent } from '../../state';
import { minutes, written } from '../../../../test/support/minutes';
import { doc, siteWith } from '../../../../test/support/site';

const PAGES = '/wiki/api/v2/pages';

describe('creating a page', () => {
  it('answers 200 with the page as it was stored', async () => {
    const { call, build, state } = siteWith();
    const space = build.space();
    const { status, body } = await call('POST', PAGES, {
      spaceId: space.id,
      status: 'current',
      title: ' Weekly status ',
      body: written(doc('Hello')),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Weekly status',
      status: 'current',
      version: { number: 1 },
      authorId: 'member',
    });
    expect(JSON.parse(body.body.atlas_doc_format.value)).toEqual(doc('Hello'));
    expect(state.pages.get(body.id)?.body).toEqual(doc('Hello'));
  });

  it('puts it under the homepage, beside it, or under a parent, at the end', async () => {
    const { call, build, state } = siteWith();
    const space = build.space();
    const home = build.page({ spaceId: space.id, title: 'Home' });
    state.spaces.patch(space.id, { homepageId: home.id });
    const create = async (title: string, query = '', more = {}) =>
      (await call('POST', PAGES + query, { spaceId: space.id, title, ...more })).body;
    const first = await create('First');
    expect(first).toMatchObject({ parentId: home.id, parentType: 'page', position: 0 });
    expect(await create('Second')).toMatchObject({ parentId: home.id, position: 1 });
    expect(await create('Root', '?root-level=true')).toMatchObject({ parentId: null, parentType: null });
    expect(await create('Deep', '', { parentId: first.id })).toMatchObject({ parentId: first.id });
  });

  it('makes tasks of the task items, and tells of both', async () => {
    const { call, build, state } = siteWith();
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    const due = Date.UTC(2026, 6, 24);
    const space = build.space();
    const { body } = await call('POST', PAGES, {
      spaceId: space.id,
      title: 'Meeting',
      body: written(minutes({ localId: 'a', owner: 'lead', due })),
    });
    expect([...state.tasks.all()]).toMatchObject([
      {
        localId: 'a',
        pageId: body.id,
        spaceId: space.id,
        assignedTo: 'lead',
        dueAt: due,
        createdBy: 'member',
      },
    ]);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'avi:confluence:created:page',
      'avi:confluence:created:task',
    ]);
    expect(events[1]).toMatchObject({
      actorId: 'member',
      payload: {
        atlassianId: 'member',
        task: {
          uuid: 'a',
          status: 'incomplete',
          statusAsString: 'UNCHECKED',
          assignee: 'lead',
          dueDate: due,
        },
        content: {
          id: body.id,
          type: 'page',
          title: 'Meeting',
          space: { id: Number(space.id), key: space.key },
        },
      },
    });
  });

  it('tells the app nothing of a page that the app may not see', async () => {
    const { call, build, state } = siteWith();
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    await call('POST', `${PAGES}?private=true`, { spaceId: build.space().id, title: 'Private' });
    expect(events).toEqual([]);
    expect([...state.pages.all()]).toMatchObject([{ readers: ['member'] }]);
  });

  it('keeps a draft to itself: no title needed, no tasks, no event', async () => {
    const { call, build, state } = siteWith();
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    const { status, body } = await call('POST', PAGES, {
      spaceId: build.space().id,
      status: 'draft',
      body: written(minutes({})),
    });
    expect([status, body.status, body.title]).toEqual([200, 'draft', '']);
    expect([events.length, state.tasks.size]).toEqual([0, 0]);
  });

  it('refuses a title that a page of the space has, whatever its case, even one that is hidden', async () => {
    const { call, build } = siteWith();
    const space = build.space();
    build.page({ spaceId: space.id, title: 'Weekly Status', readers: ['lead'] });
    const { status, body } = await call('POST', PAGES, { spaceId: space.id, title: 'weekly status' });
    expect(status).toBe(400);
    expect(body.errors[0].title).toMatch(/^A page with this title already exists/);
    const elsewhere = await call('POST', PAGES, { spaceId: build.space().id, title: 'Weekly Status' });
    expect(elsewhere.status).toBe(200);
  });

  it.each<[string, number, object]>([
    ['a title of 256 characters', 400, { title: 'x'.repeat(256) }],
    ['no title', 400, {}],
    ['a body in storage format', 400, { title: 'T', body: { representation: 'storage', value: '<p/>' } }],
    [
      'a body that is no JSON',
      400,
      { title: 'T', body: { representation: 'atlas_doc_format', value: '<p/>' } },
    ],
    [
      'a body that is no valid document',
      400,
      { title: 'T', body: written({ type: 'doc', version: 1, content: [{ type: 'p' }] }) },
    ],
    ['a body of more than 5 MB', 413, { title: 'T', body: written(doc('x'.repeat(5 * 1024 * 1024))) }],
    ['a parent that does not exist', 404, { title: 'T', parentId: '999999' }],
    ['an unknown field', 400, { title: 'T', colour: 'red' }],
    ['a space that does not exist', 404, { title: 'T', spaceId: '999999' }],
  ])('refuses %s with %i', async (_what, expected, change) => {
    const { call, build, state } = siteWith();
    const { status } = await call('POST', PAGES, { spaceId: build.space().id, ...change });
    expect(status).toBe(expected);
    expect(state.pages.size).toBe(0);
  });

  it('says which representation it does not take', async () => {
    const { call, build } = siteWith();
    const body = { representation: 'storage', value: '<p/>' };
    const answer = await call('POST', PAGES, { spaceId: build.space().id, title: 'T', body });
    expect(answer.body.errors[0].title).toContain('"storage"');
  });

  it('answers who may see the space but not write in it as if there were none', async () => {
    const { call, build } = siteWith();
    const space = build.space({ everyone: 'view' });
    expect((await call('POST', PAGES, { spaceId: space.id, title: 'T' })).status).toBe(404);
    expect((await call('POST', PAGES, { spaceId: space.id, title: 'T' }, 'admin')).status).toBe(200);
  });

  it('refuses a parent in another space', async () => {
    const { call, build } = siteWith();
    const elsewhere = build.page({ spaceId: build.space().id });
    const answer = await call('POST', PAGES, {
      spaceId: build.space().id,
      title: 'T',
      parentId: elsewhere.id,
    });
    expect(answer.status).toBe(400);
  });
});
