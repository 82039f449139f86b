import type { ProductEvent } from '../../state';
import { LINK_TYPE, siteWith } from '../../../../test/support/site';

const API = '/rest/api/3/issueLink';
const BLOCKS = { type: { name: 'Blocks' }, inwardIssue: { key: 'PRJ-1' }, outwardIssue: { key: 'PRJ-2' } };

const world = () =>
  siteWith((build) => {
    build.user({ accountId: 'viewer' });
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member' } });
    build.issue();
    build.issue();
  });

describe('issue links', () => {
  it('say that the inward issue blocks the outward one', async () => {
    const { call } = world();
    expect((await call('POST', API, BLOCKS)).status).toBe(201);
    const phraseOf = async (key: string) => {
      const [change] = (await call('GET', `/rest/api/3/issue/${key}/changelog`)).body.values;
      return change.items[0].toString;
    };
    expect(await phraseOf('PRJ-1')).toBe('This issue blocks PRJ-2');
    expect(await phraseOf('PRJ-2')).toBe('This issue is blocked by PRJ-1');
  });

  it('tell of their making and their end, the blocking issue being the source', async () => {
    const { call, state } = world();
    const events: ProductEvent[] = [];
    state.onEvent((event) => events.push(event));
    await call('POST', API, BLOCKS);
    await call('POST', API, BLOCKS);
    const link = [...state.links.all()][0]!;
    await call('DELETE', `${API}/${link.id}`);
    const told = events.filter(({ eventType }) => eventType.endsWith(':issuelink'));
    expect(told.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:created:issuelink',
      'avi:jira:deleted:issuelink',
    ]);
    const projectId = state.projects.where('key', 'PRJ')[0]!.id;
    expect(told[0]).toMatchObject({
      actorId: 'member',
      payload: {
        id: link.id,
        sourceIssueId: state.issues.where('key', 'PRJ-1')[0]!.id,
        destinationIssueId: state.issues.where('key', 'PRJ-2')[0]!.id,
        sourceProjectId: projectId,
        destinationProjectId: projectId,
        issueLinkType: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
      },
    });
  });

  it('show in search and bulk fetch, each from its own side, without issues that are hidden', async () => {
    const { call, build } = world();
    await call('POST', API, BLOCKS);
    const secret = build.issue({ securityLevelId: build.securityLevel().id });
    build.link({ inwardIssueId: secret.id, outwardIssueId: build.issue({ key: 'PRJ-4' }).id });
    const fields = ['issuelinks'];
    const found = await call('POST', '/rest/api/3/search/jql', { jql: 'project = PRJ ORDER BY key', fields });
    const fetched = await call('POST', '/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ['PRJ-1', 'PRJ-2', 'PRJ-4'],
      fields,
    });
    expect(fetched.body.issues).toEqual(found.body.issues);
    expect(found.body.issues).toMatchObject([
      { key: 'PRJ-1', fields: { issuelinks: [{ outwardIssue: { key: 'PRJ-2' } }] } },
      { key: 'PRJ-2', fields: { issuelinks: [{ inwardIssue: { key: 'PRJ-1' } }] } },
      { key: 'PRJ-4', fields: { issuelinks: [] } },
    ]);
  });

  it('are made once, however often they are asked for', async () => {
    const { call, state } = world();
    await call('POST', API, BLOCKS);
    expect((await call('POST', API, BLOCKS)).status).toBe(201);
    expect(state.links.size).toBe(1);
  });

  it('are read with both ends, and deleted', async () => {
    const { call, state } = world();
    await call('POST', API, BLOCKS);
    const { id } = [...state.links.all()][0]!;
    expect((await call('GET', `${API}/${id}`)).body).toMatchObject({
      id,
      type: { id: LINK_TYPE.blocks },
      inwardIssue: { key: 'PRJ-1' },
      outwardIssue: { key: 'PRJ-2' },
    });
    expect((await call('DELETE', `${API}/${id}`, undefined, 'viewer')).status).toBe(404);
    expect((await call('DELETE', `${API}/${id}`)).status).toBe(204);
    expect((await call('GET', `${API}/${id}`)).status).toBe(404);
  });

  it.each([
    ['an issue that is not there', { ...BLOCKS, outwardIssue: { key: 'PRJ-9' } }, 404, 'member'],
    ['a type that is not there', { ...BLOCKS, type: { name: 'Likes' } }, 404, 'member'],
    ['an issue with itself', { ...BLOCKS, outwardIssue: { key: 'PRJ-1' } }, 400, 'member'],
    ['without the right to', BLOCKS, 404, 'viewer'],
  ])('are refused for %s', async (_case, body, status, as) => {
    const { call } = world();
    expect((await call('POST', API, body, as)).status).toBe(status);
  });

  it('have types with a phrase for each direction', async () => {
    const { call } = world();
    expect((await call('GET', '/rest/api/3/issueLinkType')).body.issueLinkTypes[0]).toMatchObject({
      name: 'Blocks',
      inward: 'is blocked by',
      outward: 'blocks',
    });
  });
});
