import { siteWith } from '../../../../test/support/site';

const titles = (body: { results: { title: string }[] }): string[] => body.results.map(({ title }) => title);

describe('lists of pages', () => {
  it('find a page by its title and space', async () => {
    const { call, build } = siteWith();
    const [here, there] = [build.space(), build.space()];
    build.page({ title: 'Weekly status', spaceId: here.id });
    build.page({ title: 'Weekly status', spaceId: there.id });
    build.page({ title: 'Other', spaceId: here.id });
    const query = `title=${encodeURIComponent('Weekly status')}&space-id=${here.id}`;
    const { body } = await call('GET', `/wiki/api/v2/pages?${query}`);
    expect(body.results).toHaveLength(1);
    expect(body.results[0]).toMatchObject({ title: 'Weekly status', spaceId: here.id });
  });

  it('hold current and archived pages, and the trash only where it is asked for', async () => {
    const { call } = siteWith((build) => {
      for (const status of ['current', 'archived', 'trashed', 'draft'] as const)
        build.page({ title: status, status });
    });
    expect(titles((await call('GET', '/wiki/api/v2/pages')).body)).toEqual(['current', 'archived']);
    expect(titles((await call('GET', '/wiki/api/v2/pages?status=trashed')).body)).toEqual(['trashed']);
  });

  it('carry bodies only in the format that was asked for', async () => {
    const { call } = siteWith((build) => void build.page());
    const bare = await call('GET', '/wiki/api/v2/pages');
    expect(bare.body.results[0].body).toEqual({});
    const adf = await call('GET', '/wiki/api/v2/pages?body-format=atlas_doc_format');
    const { representation, value } = adf.body.results[0].body.atlas_doc_format;
    expect(representation).toBe('atlas_doc_format');
    expect(JSON.parse(value)).toMatchObject({ type: 'doc', version: 1 });
    const storage = await call('GET', '/wiki/api/v2/pages?body-format=storage');
    expect(storage.body.results[0].body.storage.value).toBe('<p>Text of the page.</p>');
  });

  it('can be of one space, whole or only its top', async () => {
    const { call, build } = siteWith();
    const top = build.page({ title: 'Top' });
    build.page({ title: 'Below', parentId: top.id });
    build.page({ title: 'Elsewhere', spaceId: build.space().id });
    const path = `/wiki/api/v2/spaces/${top.spaceId}/pages`;
    expect(titles((await call('GET', path)).body)).toEqual(['Top', 'Below']);
    expect(titles((await call('GET', `${path}?depth=root`)).body)).toEqual(['Top']);
  });
});
