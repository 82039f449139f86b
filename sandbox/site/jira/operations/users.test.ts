import { siteWith } from '../../../../test/support/site';

const world = () =>
  siteWith((build) => {
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    build.issue();
    build.user({ accountId: 'gone', displayName: 'Lost Person', active: false });
    for (let n = 1; n <= 12; n += 1) build.user({ accountId: `u${n}`, displayName: `Given Family${n}` });
  });

const idsOf = (users: { accountId: string }[]) => users.map(({ accountId }) => accountId);

describe('users', () => {
  it('are read with their zone, at two points', async () => {
    const { call, exchanges } = world();
    const { body } = await call('GET', '/rest/api/3/user?accountId=lead', undefined, 'app');
    expect(body).toMatchObject({ accountId: 'lead', timeZone: 'Etc/UTC', active: true });
    expect('emailAddress' in body || 'locale' in body).toBe(false);
    expect(exchanges.at(-1)?.points).toBe(3);
  });

  it('are not found by an account id that is not there', async () => {
    const { call } = world();
    expect((await call('GET', '/rest/api/3/user?accountId=nobody')).status).toBe(404);
    expect((await call('GET', '/rest/api/3/user')).status).toBe(400);
  });

  it('come ten at a time in bulk unless the caller says otherwise', async () => {
    const { call } = world();
    const ids = Array.from({ length: 12 }, (_, n) => `accountId=u${n + 1}`).join('&');
    const bulk = async (more: string) => (await call('GET', `/rest/api/3/user/bulk?${ids}${more}`)).body;
    expect(await bulk('')).toMatchObject({ maxResults: 10, total: 12, isLast: false });
    expect((await bulk('')).values).toHaveLength(10);
    expect((await bulk('&maxResults=50')).values).toHaveLength(12);
    expect((await call('GET', '/rest/api/3/user/bulk?accountId=nobody')).body.values).toEqual([]);
    expect((await call('GET', '/rest/api/3/user/bulk')).status).toBe(400);
  });

  it('are found by the beginning of any of their names, inactive ones not', async () => {
    const { call } = world();
    expect(idsOf((await call('GET', '/rest/api/3/user/search?query=family12')).body)).toEqual(['u12']);
    expect((await call('GET', '/rest/api/3/user/search?query=lost')).body).toEqual([]);
    expect((await call('GET', '/rest/api/3/user/search')).status).toBe(400);
    expect((await call('GET', '/rest/api/3/user/search?query=a&accountId=b')).status).toBe(400);
  });

  it('are assignable where they are members', async () => {
    const { call } = world();
    const by = async (query: string) => await call('GET', `/rest/api/3/user/assignable/search?${query}`);
    expect(idsOf((await by('project=PRJ&accountType=atlassian')).body).sort()).toEqual(['lead', 'member']);
    expect(idsOf((await by('issueKey=PRJ-1&query=mem')).body)).toEqual(['member']);
    expect((await by('query=mem')).status).toBe(400);
    expect((await by('project=NONE')).status).toBe(404);
  });

  it('are assignable in several projects where they are members of all', async () => {
    const { call, build } = world();
    build.project({ key: 'OTHER', everyone: null, roles: { member: 'member' }, appAccess: false });
    const by = async (query: string) =>
      await call('GET', `/rest/api/3/user/assignable/multiProjectSearch?${query}`);
    expect(idsOf((await by('projectKeys=PRJ')).body).sort()).toEqual(['app', 'lead', 'member']);
    expect(idsOf((await by('projectKeys=PRJ,OTHER')).body)).toEqual(['member']);
    expect((await by('projectKeys=PRJ,NONE')).status).toBe(404);
    expect((await by('query=mem')).status).toBe(400);
  });

  it('know themselves', async () => {
    const { call } = world();
    const { body } = await call('GET', '/rest/api/3/myself');
    expect(body).toMatchObject({ accountId: 'member', emailAddress: 'member@example.com', locale: 'en_US' });
    expect((await call('GET', '/rest/api/3/myself', undefined, 'app')).body).toMatchObject({
      accountType: 'app',
    });
  });
});
