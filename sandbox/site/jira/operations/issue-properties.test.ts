import { siteWith } from '../../../../test/support/site';

const AT = '/rest/api/3/issue/PRJ-1/properties';
const world = () =>
  siteWith((build) => {
    build.user({ accountId: 'viewer' });
    build.project({ key: 'PRJ', everyone: 'viewer', roles: { member: 'member' } });
    build.issue();
  });

describe('issue properties', () => {
  it('answer 201 when new and 200 when they were there', async () => {
    const { call } = world();
    expect((await call('PUT', `${AT}/docket.risk`, { a: 1 })).status).toBe(201);
    expect((await call('PUT', `${AT}/docket.risk`, { a: 2 })).status).toBe(200);
    expect((await call('GET', `${AT}/docket.risk`)).body).toEqual({ key: 'docket.risk', value: { a: 2 } });
    expect((await call('GET', AT)).body.keys.map(({ key }: { key: string }) => key)).toEqual(['docket.risk']);
    expect((await call('DELETE', `${AT}/docket.risk`)).status).toBe(204);
    expect((await call('DELETE', `${AT}/docket.risk`)).status).toBe(404);
    expect((await call('GET', `${AT}/docket.risk`)).status).toBe(404);
  });

  it('hold 32,768 characters and no more', async () => {
    const { call } = world();
    // The quotes of the JSON string count too.
    expect((await call('PUT', `${AT}/k`, 'x'.repeat(32_766))).status).toBe(201);
    expect((await call('PUT', `${AT}/k`, 'x'.repeat(32_767))).status).toBe(400);
    expect((await call('PUT', `${AT}/${'k'.repeat(256)}`, 1)).status).toBe(400);
    expect((await call('PUT', `${AT}/k`)).status).toBe(400);
  });

  it('neither move `updated` nor enter the history', async () => {
    const { call, state, clock } = world();
    const [before] = [...state.issues.all()];
    await clock.advance(1000);
    await call('PUT', `${AT}/k`, 1);
    expect(state.issues.get(before!.id)?.updated).toBe(before?.updated);
    expect(state.changes.size).toBe(0);
  });

  it('can be read by whoever sees the issue and written by whoever may edit it', async () => {
    const { call } = world();
    expect((await call('PUT', `${AT}/k`, 1, 'app')).status).toBe(201);
    expect((await call('GET', `${AT}/k`, undefined, 'viewer')).status).toBe(200);
    expect((await call('PUT', `${AT}/k`, 2, 'viewer')).status).toBe(403);
    expect((await call('DELETE', `${AT}/k`, undefined, 'viewer')).status).toBe(404);
  });
});
