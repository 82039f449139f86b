import { siteWith } from '../../../../test/support/site';

const LOOKUP = '/wiki/api/v2/users-bulk';

describe('looking people up', () => {
  it('gives those that exist, once each, and counts two points for each', async () => {
    const { call, build, exchanges } = siteWith();
    build.user({ accountId: 'left', active: false });
    const { body } = await call('POST', LOOKUP, { accountIds: ['lead', 'nobody', 'left', 'lead'] });
    expect(body.results).toMatchObject([
      { accountId: 'lead', accountStatus: 'active', email: 'lead@example.com', timeZone: 'Etc/UTC' },
      { accountId: 'left', accountStatus: 'inactive' },
    ]);
    expect(exchanges[0]?.points).toBe(5);
  });

  it('gives an app no addresses', async () => {
    const { call, state } = siteWith();
    const app = { user: state.users.get('app')!, scopes: new Set(['read:user:confluence']) };
    expect((await call('POST', LOOKUP, { accountIds: ['lead'] }, app)).body.results[0].email).toBe('');
  });

  it.each([0, 251])('refuses %i ids', async (count) => {
    const { call } = siteWith();
    expect((await call('POST', LOOKUP, { accountIds: Array(count).fill('lead') })).status).toBe(400);
  });
});
