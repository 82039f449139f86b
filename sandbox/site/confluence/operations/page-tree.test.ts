import { siteWith } from '../../../../test/support/site';

const ids = (body: { results: { id: string }[] }): string[] => body.results.map(({ id }) => id);

describe('the tree of pages', () => {
  it.each(['children', 'direct-children'])(
    'gives the %s that the caller may see, in their order',
    async (segment) => {
      const { call, build } = siteWith();
      const top = build.page();
      const second = build.page({ parentId: top.id, position: 2 });
      const first = build.page({ parentId: top.id, position: 1 });
      build.page({ parentId: top.id, readers: ['lead'] });
      build.page({ parentId: top.id, status: 'trashed' });
      build.page({ parentId: first.id });
      const path = `/wiki/api/v2/pages/${top.id}/${segment}`;
      const { body } = await call('GET', path);
      expect(ids(body)).toEqual([first.id, second.id]);
      expect(body.results[0]).toMatchObject({ childPosition: 1, title: first.title, status: 'current' });
      expect(ids((await call('GET', `${path}?sort=-child-position`)).body)).toEqual([second.id, first.id]);
      expect((await call('GET', '/wiki/api/v2/pages/999/' + segment)).status).toBe(404);
    },
  );

  it('gives ancestors from the top down, the nearest where they are limited', async () => {
    const { call, build } = siteWith();
    const top = build.page();
    const middle = build.page({ parentId: top.id });
    const leaf = build.page({ parentId: middle.id });
    const path = `/wiki/api/v2/pages/${leaf.id}/ancestors`;
    expect((await call('GET', path)).body.results).toEqual([
      { id: top.id, type: 'page' },
      { id: middle.id, type: 'page' },
    ]);
    expect(ids((await call('GET', `${path}?limit=1`)).body)).toEqual([middle.id]);
  });
});
