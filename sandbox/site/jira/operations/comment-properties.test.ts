import { siteWith } from '../../../../test/support/site';

function world() {
  const test = siteWith((build) => {
    build.project({ key: 'PRJ', roles: { lead: 'admin' } });
    build.issue();
  });
  const { id } = test.build.comment({ authorId: 'app' });
  return { ...test, at: `/rest/api/3/comment/${id}/properties` };
}

describe('comment properties', () => {
  it('answer 201 when new and 200 when they were there', async () => {
    const { call, at } = world();
    expect((await call('PUT', `${at}/docket`, { key: 'k' }, 'app')).status).toBe(201);
    expect((await call('PUT', `${at}/docket`, { key: 'l' }, 'app')).status).toBe(200);
    expect((await call('GET', `${at}/docket`)).body).toEqual({ key: 'docket', value: { key: 'l' } });
    expect((await call('GET', at)).body.keys.map(({ key }: { key: string }) => key)).toEqual(['docket']);
    expect((await call('DELETE', `${at}/docket`, undefined, 'app')).status).toBe(204);
    expect((await call('GET', `${at}/docket`)).status).toBe(404);
  });

  it('are written by the author of the comment or an administrator', async () => {
    const { call, at } = world();
    expect((await call('PUT', `${at}/docket`, 1, 'member')).status).toBe(403);
    expect((await call('PUT', `${at}/docket`, 1, 'lead')).status).toBe(201);
  });

  it('have the same size limit as those of issues', async () => {
    const { call, at } = world();
    expect((await call('PUT', `${at}/docket`, 'x'.repeat(32_767), 'app')).status).toBe(400);
  });

  it('are hidden with their issue', async () => {
    const { call, at, state } = world();
    const [project] = [...state.projects.all()];
    state.projects.patch(project!.id, { appAccess: false });
    expect((await call('GET', at, undefined, 'app')).status).toBe(404);
    expect((await call('GET', '/rest/api/3/comment/1/properties')).status).toBe(404);
  });
});
