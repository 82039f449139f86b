import { siteWith } from '../../../../test/support/site';

function world() {
  const test = siteWith((build) => {
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    build.project({ key: 'SHUT', everyone: null, roles: {} });
    build.issue({ securityLevelId: build.securityLevel({ memberIds: ['lead'] }).id });
  });
  const may = async (permission: string, place: string, as: string) => {
    const answer = await test.call(
      'GET',
      `/rest/api/3/mypermissions?permissions=${permission}&${place}`,
      undefined,
      as,
    );
    return answer.body.permissions[permission].havePermission;
  };
  return { ...test, may };
}

describe('my permissions', () => {
  it.each([
    ['ADMINISTER_PROJECTS', 'projectKey=PRJ', 'lead', true],
    ['ADMINISTER_PROJECTS', 'projectKey=PRJ', 'member', false],
    ['ADMINISTER_PROJECTS', 'projectKey=PRJ', 'admin', true],
    ['EDIT_ISSUES', 'projectKey=PRJ', 'app', true],
    ['EDIT_ISSUES', '', 'member', true],
    ['ADMINISTER', '', 'admin', true],
    ['ADMINISTER', '', 'lead', false],
    ['BROWSE_PROJECTS', 'issueKey=PRJ-1', 'lead', true],
  ])('%s at "%s" for %s: %s', async (permission, place, as, expected) => {
    const { may } = world();
    expect(await may(permission, place, as)).toBe(expected);
  });

  it.each([
    ['no permission', '', 400],
    ['an unknown permission', 'permissions=FLY', 400],
    ['a name of every object', 'permissions=constructor', 400],
    ['a hidden project', 'permissions=EDIT_ISSUES&projectKey=SHUT', 404],
    ['a hidden issue', 'permissions=EDIT_ISSUES&issueKey=PRJ-1', 404],
  ])('refuse %s', async (_case, query, status) => {
    const { call } = world();
    expect((await call('GET', `/rest/api/3/mypermissions?${query}`)).status).toBe(status);
  });
});

describe('checking permissions in bulk', () => {
  it('tells for each permission where it is held, and ignores what is not there', async () => {
    const { call, state, exchanges } = world();
    const [project, shut] = [...state.projects.all()].map(({ id }) => Number(id)) as [number, number];
    const [issue] = [...state.issues.all()].map(({ id }) => Number(id)) as [number];
    const ask = {
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [project, shut, 1], issues: [issue] }],
    };
    expect((await call('POST', '/rest/api/3/permissions/check', ask)).body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [project], issues: [] }],
    });
    expect(exchanges.at(-1)?.points).toBe(3);
    const aboutLead = { ...ask, accountId: 'lead' };
    expect((await call('POST', '/rest/api/3/permissions/check', aboutLead)).status).toBe(403);
    expect(
      (await call('POST', '/rest/api/3/permissions/check', aboutLead, 'admin')).body.projectPermissions,
    ).toEqual([{ permission: 'EDIT_ISSUES', projects: [project], issues: [issue] }]);
  });

  it('refuses unknown permissions and more than a thousand subjects', async () => {
    const { call } = world();
    const check = (permissions: string[], count: number) =>
      call('POST', '/rest/api/3/permissions/check', {
        projectPermissions: [{ permissions, projects: Array.from({ length: count }, (_, i) => i) }],
      });
    expect((await check(['FLY'], 1)).status).toBe(400);
    expect((await check(['EDIT_ISSUES'], 1000)).status).toBe(200);
    expect((await check(['EDIT_ISSUES'], 1001)).status).toBe(400);
  });
});
