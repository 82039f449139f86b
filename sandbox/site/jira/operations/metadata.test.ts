import { siteWith } from '../../../../test/support/site';

const get = async (path: string) => (await siteWith().call('GET', `/rest/api/3/${path}`)).body;

describe('site-wide tables', () => {
  it('tell priorities in order', async () => {
    expect((await get('priority')).map(({ name }: { name: string }) => name)).toEqual([
      'Highest',
      'High',
      'Medium',
      'Low',
    ]);
  });

  it('tell statuses with Jira’s own category keys', async () => {
    const statuses: { statusCategory: { key: string } }[] = await get('status');
    expect(statuses.map(({ statusCategory }) => statusCategory.key)).toEqual([
      'new',
      'indeterminate',
      'done',
    ]);
  });

  it('tell issue types with their level', async () => {
    const types: { name: string; hierarchyLevel: number }[] = await get('issuetype');
    expect(types.map(({ name, hierarchyLevel }) => [name, hierarchyLevel])).toEqual([
      ['Epic', 1],
      ['Task', 0],
      ['Sub-task', -1],
      ['Bug', 0],
    ]);
  });

  it('tell every field that an issue can show', async () => {
    const { call, build } = siteWith();
    build.issue();
    const fields: { id: string; name: string }[] = (await call('GET', '/rest/api/3/field')).body;
    const shown = (await call('GET', '/rest/api/3/issue/PRJ-1?expand=names')).body;
    const known = new Map(fields.map(({ id, name }) => [id, name]));
    for (const [id, name] of Object.entries(shown.names)) expect(known.get(id)).toBe(name);
    expect(known.get('issuekey')).toBe('Key');
  });

  it('tell the site and its clock', async () => {
    expect(await get('serverInfo')).toMatchObject({
      deploymentType: 'Cloud',
      baseUrl: 'https://docket.example.net',
      serverTime: '2026-07-21T09:00:00.000+0000',
    });
  });
});
