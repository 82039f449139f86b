import { siteWith } from '../../../../test/support/site';

const keys = (body: { results: { key: string }[] }): string[] => body.results.map(({ key }) => key);

describe('spaces', () => {
  it('are listed as far as the caller may see them', async () => {
    const { call } = siteWith((build) => {
      build.space({ key: 'OPEN' });
      build.space({ key: 'SHUT', everyone: null });
    });
    expect(keys((await call('GET', '/wiki/api/v2/spaces')).body)).toEqual(['OPEN']);
    expect(keys((await call('GET', '/wiki/api/v2/spaces', undefined, 'app')).body)).toEqual(['OPEN', 'SHUT']);
  });

  it('are found by key, by id, and sorted by name', async () => {
    const { call, build } = siteWith();
    const b = build.space({ key: 'B', name: 'Beta' });
    build.space({ key: 'A', name: 'alpha' });
    build.space({ key: 'C', name: 'Gamma' });
    expect(keys((await call('GET', '/wiki/api/v2/spaces?keys=A,C&sort=-name')).body)).toEqual(['C', 'A']);
    expect(keys((await call('GET', `/wiki/api/v2/spaces?ids=${b.id}`)).body)).toEqual(['B']);
    expect(keys((await call('GET', '/wiki/api/v2/spaces?type=personal')).body)).toEqual([]);
  });

  it('name their homepage', async () => {
    const { call, build } = siteWith();
    const space = build.space({ homepageId: '77' });
    const { status, body } = await call('GET', `/wiki/api/v2/spaces/${space.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: space.id, key: space.key, homepageId: '77', type: 'global' });
  });

  it.each(['999', 'nonsense'])('are not found by the id %s', async (id) => {
    const { call } = siteWith();
    expect((await call('GET', `/wiki/api/v2/spaces/${id}`)).status).toBe(id === '999' ? 404 : 400);
  });

  it('refuse a parameter that is not modelled rather than ignore it', async () => {
    const { call } = siteWith();
    const { status, body } = await call('GET', '/wiki/api/v2/spaces?labels=x');
    expect(status).toBe(400);
    expect(body.errors[0].title).toContain('labels');
  });

  it('are no part of a site without Confluence', async () => {
    const { call, state } = siteWith();
    state.confluenceInstalled = false;
    expect((await call('GET', '/wiki/api/v2/spaces')).status).toBe(404);
  });
});
