import { siteWith } from '../../../../test/support/site';

const API = '/rest/api/3/version';

const world = () =>
  siteWith((build) => {
    build.user({ accountId: 'east', timeZone: 'Pacific/Kiritimati' });
    build.project({ key: 'PRJ', roles: { lead: 'admin' } });
    build.version({ name: 'Beta', releaseDate: '2026-07-21' });
    build.version({ name: 'Alpha', releaseDate: '2026-06-30', released: true, description: 'First steps' });
    build.version({ name: 'Gamma' });
  });

const namesOf = (versions: { name: string }[]) => versions.map(({ name }) => name);

describe('versions of a project', () => {
  it('come in the order in which they were made', async () => {
    const { call } = world();
    expect(namesOf((await call('GET', '/rest/api/3/project/PRJ/versions')).body)).toEqual([
      'Beta',
      'Alpha',
      'Gamma',
    ]);
  });

  it.each([
    ['orderBy=name', ['Alpha', 'Beta', 'Gamma']],
    ['orderBy=releaseDate', ['Alpha', 'Beta', 'Gamma']],
    ['orderBy=-name', ['Gamma', 'Beta', 'Alpha']],
    ['status=released', ['Alpha']],
    ['status=unreleased,archived', ['Beta', 'Gamma']],
    ['query=first', ['Alpha']],
    ['startAt=1&maxResults=1', ['Alpha']],
  ])('are paged by %s', async (query, names) => {
    const { call } = world();
    expect(namesOf((await call('GET', `/rest/api/3/project/PRJ/version?${query}`)).body.values)).toEqual(
      names,
    );
  });

  it('are overdue from the reader’s own day after the release date', async () => {
    const { call, clock, state } = world();
    const beta = [...state.versions.all()][0]!;
    const overdueFor = async (as: string) =>
      (await call('GET', `${API}/${beta.id}`, undefined, as)).body.overdue;
    expect([await overdueFor('member'), await overdueFor('east')]).toEqual([false, false]);
    // 10:00 UTC is midnight on Kiritimati.
    await clock.advance(60 * 60 * 1000);
    expect([await overdueFor('member'), await overdueFor('east')]).toEqual([false, true]);
  });

  it('are not found where the project is hidden', async () => {
    const { call, state } = world();
    const [project] = [...state.projects.all()];
    state.projects.patch(project!.id, { appAccess: false });
    const [version] = [...state.versions.all()];
    expect((await call('GET', `${API}/${version!.id}`, undefined, 'app')).status).toBe(404);
    expect(await call('GET', '/rest/api/3/project/PRJ/versions', undefined, 'app')).toMatchObject({
      status: 404,
      body: { errorMessages: ["No project could be found with key 'PRJ'."], errors: {} },
    });
  });
});

describe('writing versions', () => {
  it('needs the right to administer the project', async () => {
    const { call, state } = world();
    const projectId = Number([...state.projects.all()][0]!.id);
    expect((await call('POST', API, { name: 'Delta', projectId })).status).toBe(404);
    const created = await call('POST', API, { name: 'Delta', projectId, releaseDate: '2026-09-01' }, 'lead');
    expect(created).toMatchObject({ status: 201, body: { name: 'Delta', released: false, projectId } });
    expect((await call('PUT', `${API}/${created.body.id}`, { released: true })).status).toBe(400);
    const updated = await call(
      'PUT',
      `${API}/${created.body.id}`,
      { released: true, releaseDate: null },
      'lead',
    );
    expect(updated.body).toMatchObject({ name: 'Delta', released: true });
    expect('releaseDate' in updated.body).toBe(false);
  });

  it.each([
    ['a name that is taken', { name: 'beta' }, 'name'],
    ['no name', {}, 'name'],
    ['a date that does not exist', { name: 'Delta', releaseDate: '2026-02-30' }, 'releaseDate'],
    [
      'an end before the start',
      { name: 'Delta', startDate: '2026-09-02', releaseDate: '2026-09-01' },
      'releaseDate',
    ],
  ])('refuses %s', async (_case, fields, field) => {
    const { call, state } = world();
    const projectId = Number([...state.projects.all()][0]!.id);
    const { status, body } = await call('POST', API, { projectId, ...fields }, 'lead');
    expect([status, Object.keys(body.errors)]).toEqual([400, [field]]);
    expect(state.versions.size).toBe(3);
  });
});
