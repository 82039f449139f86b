import { siteWith, type TestSite } from '../../../test/support/site';

const status = async (site: TestSite, id: string, as: string): Promise<number> =>
  (await site.call('GET', `/wiki/api/v2/pages/${id}`, undefined, as)).status;

describe('who sees a page', () => {
  it('is everyone in an open space', async () => {
    const site = siteWith();
    const page = site.build.page();
    expect(await status(site, page.id, 'lead')).toBe(200);
  });

  it('is only its members in a closed one, and for others it does not exist', async () => {
    const site = siteWith();
    const space = site.build.space({ everyone: null, members: { member: 'view' } });
    const page = site.build.page({ spaceId: space.id });
    expect(await status(site, page.id, 'member')).toBe(200);
    expect(await status(site, page.id, 'lead')).toBe(404);
    // Administering the site opens no space.
    expect(await status(site, page.id, 'admin')).toBe(404);
  });

  it('is only who is named where the page, or one above it, is restricted', async () => {
    const site = siteWith();
    const top = site.build.page({ readers: ['member'] });
    const middle = site.build.page({ parentId: top.id });
    const bottom = site.build.page({ parentId: middle.id, readers: ['member', 'lead'] });
    expect(await status(site, bottom.id, 'member')).toBe(200);
    expect(await status(site, bottom.id, 'lead')).toBe(404);
  });

  it('is the app in every space until an admin takes it out', async () => {
    const site = siteWith();
    const open = site.build.space({ everyone: null });
    const shut = site.build.space({ everyone: 'edit', appAccess: false });
    expect(await status(site, site.build.page({ spaceId: open.id }).id, 'app')).toBe(200);
    expect(await status(site, site.build.page({ spaceId: shut.id }).id, 'app')).toBe(404);
  });

  it('is not the app where a restriction does not name it', async () => {
    const site = siteWith();
    const secret = site.build.page({ readers: ['member'] });
    const shared = site.build.page({ readers: ['member', 'app'] });
    expect(await status(site, secret.id, 'app')).toBe(404);
    expect(await status(site, shared.id, 'app')).toBe(200);
  });

  it('is nobody whose account was closed', async () => {
    const site = siteWith();
    site.build.user({ accountId: 'gone', active: false });
    expect(await status(site, site.build.page().id, 'gone')).toBe(404);
  });

  it('is the author alone while it is a draft', async () => {
    const site = siteWith();
    const draft = site.build.page({ status: 'draft', authorId: 'member' });
    const path = `/wiki/api/v2/pages/${draft.id}?get-draft=true`;
    expect((await site.call('GET', path)).status).toBe(200);
    expect((await site.call('GET', path, undefined, 'lead')).status).toBe(404);
  });

  it('is stopped at the gate without the scope', async () => {
    const site = siteWith();
    const page = site.build.page();
    const caller = site.caller('app', new Set(['read:space:confluence']));
    const answer = await site.call('GET', `/wiki/api/v2/pages/${page.id}`, undefined, caller);
    expect(answer.status).toBe(401);
  });

  it('holds for lists too', async () => {
    const site = siteWith();
    site.build.page({ title: 'Open' });
    site.build.page({ title: 'Secret', readers: ['lead'] });
    const { body } = await site.call('GET', '/wiki/api/v2/pages');
    expect(body.results.map(({ title }: { title: string }) => title)).toEqual(['Open']);
  });
});
