import { siteWith } from '../../../../test/support/site';

const label = (name: string) => ({ prefix: 'global', name });

describe('labels of a page', () => {
  it('are added to those it has, once each, in lower case', async () => {
    const { call, build } = siteWith();
    const page = build.page({ labels: ['status'] });
    const path = `/wiki/rest/api/content/${page.id}/label`;
    const { status, body } = await call('POST', path, [label('Weekly'), label('status')]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ size: 2, start: 0 });
    expect(body.results.map(({ label: name }: { label: string }) => name)).toEqual(['status', 'weekly']);
    expect((await call('POST', path, label('one-more'))).body.size).toBe(3);
  });

  it('are listed by name or as they were added', async () => {
    const { call, build } = siteWith();
    const page = build.page({ labels: ['b', 'a'] });
    const names = async (query: string) =>
      (await call('GET', `/wiki/api/v2/pages/${page.id}/labels${query}`)).body.results.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('?sort=name')).toEqual(['a', 'b']);
    expect(await names('?sort=created-date')).toEqual(['b', 'a']);
    expect(await names('?prefix=my')).toEqual([]);
  });

  it.each(['two words', 'a,b', '', 'x'.repeat(256)])('refuse "%s"', async (name) => {
    const { call, build, state } = siteWith();
    const page = build.page();
    expect((await call('POST', `/wiki/rest/api/content/${page.id}/label`, [label(name)])).status).toBe(400);
    expect(state.pages.get(page.id)?.labels).toEqual([]);
  });

  it('are a 403 to who may see the page but not edit it, and a 404 to others', async () => {
    const { call, build } = siteWith();
    const seen = build.page({ spaceId: build.space({ everyone: 'view' }).id });
    const hidden = build.page({ readers: ['lead'] });
    const add = (id: string) => call('POST', `/wiki/rest/api/content/${id}/label`, [label('x')]);
    expect((await add(seen.id)).status).toBe(403);
    expect(await add(hidden.id)).toMatchObject({ status: 404, body: { statusCode: 404 } });
  });
});
