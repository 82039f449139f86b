import { siteWith } from '../../../../test/support/site';

const V2 = '/wiki/api/v2';

function world() {
  const test = siteWith();
  const page = test.build.page({ title: 'Status, week 30' });
  const deck = test.build.attachment({ pageId: page.id, title: 'status w30.pptx', created: 2_000 });
  const sheet = test.build.attachment({
    pageId: page.id,
    title: 'status.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    created: 1_000,
  });
  test.build.attachment({ pageId: test.build.page().id, title: 'other.txt' });
  const titles = async (query = ''): Promise<string[]> =>
    (await test.call('GET', `${V2}/pages/${page.id}/attachments${query}`)).body.results.map(
      ({ title }: { title: string }) => title,
    );
  return { ...test, page, deck, sheet, titles };
}

describe('attachments of a page', () => {
  it('are listed with size, type, version and where to load them', async () => {
    const { call, page, deck } = world();
    const { body } = await call('GET', `${V2}/pages/${page.id}/attachments?limit=1`);
    expect(body.results).toEqual([
      expect.objectContaining({
        id: deck.id,
        status: 'current',
        pageId: page.id,
        title: 'status w30.pptx',
        fileSize: 1024,
        version: expect.objectContaining({ number: 1 }),
        downloadLink: expect.stringContaining(`/download/attachments/${page.id}/status%20w30.pptx?version=1`),
      }),
    ]);
    const { body: next } = await call('GET', body._links.next);
    expect(next.results.map(({ title }: { title: string }) => title)).toEqual(['status.xlsx']);
  });

  it('are sorted and filtered', async () => {
    const { titles } = world();
    expect(await titles('?sort=created-date')).toEqual(['status.xlsx', 'status w30.pptx']);
    expect(await titles('?filename=status.xlsx')).toEqual(['status.xlsx']);
    expect(await titles('?mediaType=text/plain')).toEqual(['status w30.pptx']);
    expect(await titles('?status=trashed')).toEqual([]);
  });

  it('are read one by one, with the prefix of their id or without', async () => {
    const { call, deck } = world();
    for (const id of [deck.id, deck.id.slice('att'.length)]) {
      expect(await call('GET', `${V2}/attachments/${id}`)).toMatchObject({
        status: 200,
        body: { id: deck.id, _links: { base: expect.stringContaining('/wiki') } },
      });
    }
    expect((await call('GET', `${V2}/attachments/att99`)).status).toBe(404);
    expect((await call('GET', `${V2}/attachments/deck`)).status).toBe(400);
  });

  it('are hidden with their page, and gone when it is purged', async () => {
    const { call, state, page, deck } = world();
    await call('DELETE', `${V2}/pages/${page.id}`);
    expect((await call('GET', `${V2}/attachments/${deck.id}`)).status).toBe(404);
    await call('DELETE', `${V2}/pages/${page.id}?purge=true`, undefined, 'admin');
    expect([...state.attachments.all()].map(({ title }) => title)).toEqual(['other.txt']);
  });

  it('need a scope of their own', async () => {
    const { call, caller, page } = world();
    const path = `${V2}/pages/${page.id}/attachments`;
    expect(
      (await call('GET', path, undefined, caller('app', new Set(['read:page:confluence'])))).status,
    ).toBe(401);
    expect(
      (await call('GET', path, undefined, caller('app', new Set(['read:attachment:confluence'])))).status,
    ).toBe(200);
  });
});
