import { siteWith } from '../../../../test/support/site';

describe('checking a permission on content', () => {
  const ask = (accountId: string, operation: string) => ({
    subject: { type: 'user', identifier: accountId },
    operation,
  });

  it.each([
    ['read', true],
    ['update', false],
    ['delete', false],
  ])('tells a reader that they may %s: %s', async (operation, expected) => {
    const { call, build } = siteWith();
    const page = build.page({ spaceId: build.space({ everyone: 'view' }).id });
    const path = `/wiki/rest/api/content/${page.id}/permission/check`;
    const { status, body } = await call('POST', path, ask('member', operation));
    expect([status, body.hasPermission]).toEqual([200, expected]);
  });

  it('says no of a restricted page', async () => {
    const { call, build } = siteWith();
    const page = build.page({ readers: ['lead'] });
    const path = `/wiki/rest/api/content/${page.id}/permission/check`;
    expect((await call('POST', path, ask('member', 'read'))).body.hasPermission).toBe(false);
  });

  it('is refused about others, except to an admin', async () => {
    const { call, build } = siteWith();
    const path = `/wiki/rest/api/content/${build.page().id}/permission/check`;
    expect((await call('POST', path, ask('lead', 'read'))).status).toBe(403);
    expect((await call('POST', path, ask('lead', 'read'), 'admin')).body.hasPermission).toBe(true);
  });

  it.each<[string, object, number]>([
    ['an unknown person', { subject: { type: 'user', identifier: 'nobody' }, operation: 'read' }, 400],
    [
      'a group, which is not modelled',
      { subject: { type: 'group', identifier: 'g' }, operation: 'read' },
      400,
    ],
    ['an unknown operation', { subject: { type: 'user', identifier: 'admin' }, operation: 'eat' }, 400],
  ])('refuses %s', async (_what, body, expected) => {
    const { call, build } = siteWith();
    const path = `/wiki/rest/api/content/${build.page().id}/permission/check`;
    expect((await call('POST', path, body, 'admin')).status).toBe(expected);
  });

  it('does not find content that does not exist', async () => {
    const { call } = siteWith();
    expect(
      (await call('POST', '/wiki/rest/api/content/9/permission/check', ask('member', 'read'))).status,
    ).toBe(404);
  });
});
