import { TYPE, siteWith } from '../../../../test/support/site';

const world = () =>
  siteWith((build) => {
    build.project({ key: 'ONE', name: 'Zebra', properties: { theme: 'dark' } });
    build.project({ key: 'TWO', name: 'Apple', projectTypeKey: 'business', roles: { member: 'admin' } });
    build.project({ key: 'SHUT', everyone: null, roles: {} });
    build.component({ name: 'Core' });
    build.version({ name: '1.0' });
  });

const keysOf = (body: { values: { key: string }[] }) => body.values.map(({ key }) => key);

describe('a project', () => {
  it('tells its lead, components, versions and issue types, by key or id', async () => {
    const { call, state } = world();
    const { body } = await call('GET', '/rest/api/3/project/one?properties=theme');
    expect(body).toMatchObject({
      key: 'ONE',
      lead: { accountId: 'lead' },
      components: [{ name: 'Core' }],
      versions: [{ name: '1.0' }],
      isPrivate: false,
      properties: { theme: 'dark' },
    });
    expect(body.issueTypes).toHaveLength(Object.keys(TYPE).length);
    expect((await call('GET', `/rest/api/3/project/${body.id}`)).body.key).toBe('ONE');
    expect(state.projects.get(body.id)?.key).toBe('ONE');
  });

  it.each([
    ['NONE', "No project could be found with key 'NONE'."],
    ['SHUT', "No project could be found with key 'SHUT'."],
    ['1', "No project could be found with id '1'."],
  ])('is not found: %s', async (idOrKey, message) => {
    const { call } = world();
    expect(await call('GET', `/rest/api/3/project/${idOrKey}`, undefined, 'admin')).toMatchObject({
      status: 404,
      body: { errorMessages: [message], errors: {} },
    });
  });

  it('lists the statuses of each issue type, and its types by level', async () => {
    const { call, state } = world();
    const statuses = (await call('GET', '/rest/api/3/project/ONE/statuses')).body;
    expect(statuses[0]).toMatchObject({ name: 'Epic', statuses: [{ name: 'To Do' }, {}, {}] });
    const { id } = state.projects.where('key', 'ONE')[0]!;
    const subtasks = await call('GET', `/rest/api/3/issuetype/project?projectId=${id}&level=-1`);
    expect(subtasks.body).toMatchObject([{ name: 'Sub-task', hierarchyLevel: -1 }]);
    expect((await call('GET', '/rest/api/3/issuetype/project?projectId=1')).status).toBe(404);
  });
});

describe('the project search', () => {
  it.each([
    ['', ['ONE', 'TWO']],
    ['orderBy=name', ['TWO', 'ONE']],
    ['orderBy=-key', ['TWO', 'ONE']],
    ['query=app', ['TWO']],
    ['keys=ONE&keys=SHUT', ['ONE']],
    ['typeKey=business', ['TWO']],
    ['action=edit', ['TWO']],
    ['status=archived', []],
    ['startAt=1', ['TWO']],
  ])('finds by "%s" what the caller may see', async (query, keys) => {
    const { call } = world();
    expect(keysOf((await call('GET', `/rest/api/3/project/search?${query}`)).body)).toEqual(keys);
  });

  it('says where the next page is until there is none', async () => {
    const { call } = world();
    const first = (await call('GET', '/rest/api/3/project/search?maxResults=1')).body;
    expect(first).toMatchObject({ isLast: false, total: 2 });
    const second = (await call('GET', first.nextPage)).body;
    expect(keysOf(second)).toEqual(['TWO']);
    expect(second.isLast).toBe(true);
    expect('nextPage' in second).toBe(false);
  });
});
