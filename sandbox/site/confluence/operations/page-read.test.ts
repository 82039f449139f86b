import { doc, NOW, siteWith } from '../../../../test/support/site';

const PAGE_KEYS = [
  'parentType',
  'parentId',
  'createdAt',
  'ownerId',
  'lastOwnerId',
  'authorId',
  'version',
  'position',
  'spaceId',
  'status',
  'body',
  'title',
  'id',
  '_links',
];

describe('a page', () => {
  it('always has the same keys, nulls included', async () => {
    const { call, build } = siteWith();
    const page = build.page();
    const { body } = await call('GET', `/wiki/api/v2/pages/${page.id}`);
    expect(Object.keys(body).sort()).toEqual([...PAGE_KEYS].sort());
    expect(body).toMatchObject({ parentId: null, parentType: null, lastOwnerId: null, body: {} });
    expect(body.version).toMatchObject({
      number: 1,
      authorId: 'member',
      createdAt: '2026-07-21T09:00:00.000Z',
    });
  });

  it('links to itself under its title', async () => {
    const { call, build } = siteWith();
    const page = build.page({ title: 'Ängste & Pläne', spaceId: build.space({ key: 'TEAM' }).id });
    const { body } = await call('GET', `/wiki/api/v2/pages/${page.id}`);
    expect(body._links.webui).toBe(`/spaces/TEAM/pages/${page.id}/%C3%84ngste+%26+Pl%C3%A4ne`);
    expect(body._links.base).toBe('https://docket.example.net/wiki');
  });

  it('is not found in the trash unless the trash is asked for', async () => {
    const { call, build } = siteWith();
    const page = build.page({ status: 'trashed' });
    expect((await call('GET', `/wiki/api/v2/pages/${page.id}`)).status).toBe(404);
    const asked = await call('GET', `/wiki/api/v2/pages/${page.id}?status=trashed`);
    expect(asked.body.status).toBe('trashed');
  });

  it('is not found before it is published, unless its draft is asked for', async () => {
    const { call, build } = siteWith();
    const page = build.page({ status: 'draft' });
    expect((await call('GET', `/wiki/api/v2/pages/${page.id}`)).status).toBe(404);
    expect((await call('GET', `/wiki/api/v2/pages/${page.id}?get-draft=true`)).body.status).toBe('draft');
  });

  it('includes labels, properties, versions and the operations that the caller may do', async () => {
    const { call, build } = siteWith();
    const space = build.space({ everyone: 'view' });
    const version = { number: 1, message: '', minorEdit: false, authorId: 'member', created: NOW };
    const page = build.page({
      spaceId: space.id,
      labels: ['status'],
      properties: [{ id: '5', key: 'docket.snapshot', value: { open: 3 }, version }],
    });
    const all = ['labels', 'properties', 'versions', 'operations']
      .map((part) => `include-${part}=true`)
      .join('&');
    const { body } = await call('GET', `/wiki/api/v2/pages/${page.id}?${all}&include-version=false`);
    expect(body.labels.results).toMatchObject([{ name: 'status', prefix: 'global' }]);
    expect(body.properties.results).toMatchObject([{ key: 'docket.snapshot', value: { open: 3 } }]);
    expect(body.versions).toMatchObject({ results: [{ number: 1 }], meta: { hasMore: false } });
    expect(body.operations.results).toEqual([{ operation: 'read', targetType: 'page' }]);
    expect(body).not.toHaveProperty('version');
  });

  it('shows any of its versions, and lists them newest first', async () => {
    const { call, build } = siteWith();
    const version = (number: number) => ({
      number,
      message: `v${number}`,
      minorEdit: false,
      authorId: 'member',
      created: NOW + number,
    });
    const page = build.page({
      title: 'New',
      body: doc('new'),
      version: version(2),
      history: [{ version: version(1), title: 'Old', body: doc('old') }],
    });
    const path = `/wiki/api/v2/pages/${page.id}`;
    const old = await call('GET', `${path}?version=1&body-format=storage`);
    expect(old.body).toMatchObject({
      title: 'Old',
      status: 'historical',
      version: { number: 1, message: 'v1' },
    });
    expect(old.body.body.storage.value).toBe('<p>old</p>');
    expect((await call('GET', `${path}?version=3`)).status).toBe(404);

    const list = await call('GET', `${path}/versions?body-format=storage`);
    expect(list.body.results).toMatchObject([
      { number: 2, page: { title: 'New', body: { storage: { value: '<p>new</p>' } } } },
      { number: 1, page: { title: 'Old' } },
    ]);
    const oldestFirst = await call('GET', `${path}/versions?sort=modified-date&limit=1`);
    expect(oldestFirst.body.results).toMatchObject([{ number: 1 }]);
    expect((await call('GET', oldestFirst.body._links.next)).body.results).toMatchObject([{ number: 2 }]);
  });

  it.each(['body-format=view', 'include-likes=true', 'include-direct-children=true', 'expand=body'])(
    'refuses %s, which is not modelled, rather than ignore it',
    async (query) => {
      const { call, build } = siteWith();
      expect((await call('GET', `/wiki/api/v2/pages/${build.page().id}?${query}`)).status).toBe(400);
    },
  );
});
