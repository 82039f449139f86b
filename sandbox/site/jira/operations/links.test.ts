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
