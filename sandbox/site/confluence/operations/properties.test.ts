import { NOW, siteWith } from '../../../../test/support/site';

/** A site with a page and a comment of `member` on it, and the path of each one's properties. */
const setUp = () => {
  const site = siteWith();
  const page = site.build.page();
  const version = { number: 1, message: '', minorEdit: false, authorId: 'member', created: NOW };
  const comment = {
    id: site.state.nextId(),
    pageId: page.id,
    parentCommentId: null,
    authorId: 'member',
    body: page.body,
    created: NOW,
    version,
    properties: [],
  };
  site.state.footerComments.put(comment);
  const paths = {
    pages: `/wiki/api/v2/pages/${page.id}/properties`,
    comments: `/wiki/api/v2/comments/${comment.id}/properties`,
  };
  return { ...site, paths };
};

describe.each(['pages', 'comments'] as const)('content properties of %s', (kind) => {
  it('are created, read, updated and deleted', async () => {
    const { call, paths } = setUp();
    const path = paths[kind];
    const created = await call('POST', path, { key: 'docket.snapshot', value: { open: 3 } });
    expect(created).toMatchObject({
      status: 200,
      body: { key: 'docket.snapshot', value: { open: 3 }, version: { number: 1, authorId: 'member' } },
    });
    const own = `${path}/${created.body.id}`;
    const updated = await call('PUT', own, {
      key: 'docket.snapshot',
      value: [1, null],
      version: { number: 2 },
    });
    expect(updated.status).toBe(200);
    expect((await call('GET', own)).body).toMatchObject({ value: [1, null], version: { number: 2 } });
    expect((await call('DELETE', own)).status).toBe(204);
    expect((await call('GET', own)).status).toBe(404);
  });

  it('are listed by key, and found by it in its exact case', async () => {
    const { call, paths } = setUp();
    const path = paths[kind];
    for (const key of ['b', 'a', 'B']) await call('POST', path, { key, value: 1 });
    const keys = async (query: string) =>
      (await call('GET', path + query)).body.results.map(({ key }: { key: string }) => key);
    expect(await keys('')).toEqual(['B', 'a', 'b']);
    expect(await keys('?key=b')).toEqual(['b']);
    expect(await keys('?sort=-key&limit=1')).toEqual(['b']);
  });

  it('refuse a write on a version that is no longer the newest', async () => {
    const { call, paths } = setUp();
    const path = paths[kind];
    const { body } = await call('POST', path, { key: 'k', value: 1 });
    const write = (number: number) =>
      call('PUT', `${path}/${body.id}`, { key: 'k', value: 2, version: { number } });
    expect((await write(1)).status).toBe(409);
    expect((await write(3)).status).toBe(409);
    expect((await write(2)).status).toBe(200);
    expect((await write(2)).status).toBe(409);
  });

  it('are unique by key, and keep it', async () => {
    const { call, paths } = setUp();
    const path = paths[kind];
    const { body } = await call('POST', path, { key: 'k', value: 1 });
    expect((await call('POST', path, { key: 'k', value: 2 })).status).toBe(409);
    const renamed = await call('PUT', `${path}/${body.id}`, {
      key: 'other',
      value: 2,
      version: { number: 2 },
    });
    expect(renamed.status).toBe(400);
  });

  it('hold 32,768 characters of JSON and no more', async () => {
    const { call, paths } = setUp();
    // A string's JSON has two quotes around it.
    const value = 'x'.repeat(32_766);
    expect((await call('POST', paths[kind], { key: 'full', value })).status).toBe(200);
    expect((await call('POST', paths[kind], { key: 'over', value: value + 'x' })).status).toBe(400);
  });

  it('are not changed by others who only read', async () => {
    const { call, paths, state, build } = setUp();
    build.user({ accountId: 'reader' });
    for (const space of state.spaces.all()) state.spaces.patch(space.id, { everyone: 'view' });
    const path = paths[kind];
    expect((await call('POST', path, { key: 'k', value: 1 }, 'reader')).status).toBe(403);
    expect((await call('GET', path, undefined, 'reader')).status).toBe(200);
  });

  it('do not exist for who may not see the page', async () => {
    const { call, paths, state } = setUp();
    for (const page of state.pages.all()) state.pages.patch(page.id, { readers: ['member'] });
    expect((await call('GET', paths[kind], undefined, 'lead')).status).toBe(404);
  });
});
