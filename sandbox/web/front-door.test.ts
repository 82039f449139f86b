import { APP, openDoor, PAGES, type TestDoor } from '../../test/support/front-door';

describe('the front door', () => {
  let app: TestDoor['app'];
  let door: TestDoor['door'];
  let get: TestDoor['get'];
  let post: TestDoor['post'];
  let textOf: TestDoor['textOf'];
  let frameOn: TestDoor['frameOn'];
  let bridge: TestDoor['bridge'];

  beforeEach(async () => {
    ({ app, door, get, post, textOf, frameOn, bridge } = await openDoor());
  });

  it.each([
    '/',
    '/issues/',
    '/docket/ledger',
    '/docket/invocations',
    '/docket/faults',
    '/projects/PRJ',
    '/projects/PRJ/docket',
    '/projects/PRJ/docket/risks/1',
    '/projects/PRJ/settings/docket',
    '/browse/PRJ-1',
    '/wiki/spaces/PRJ',
  ])('draws %s for the project’s lead, without inline scripts and under a strict policy', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=/);
  });

  it('keeps a private project from an outsider, wherever they look', async () => {
    for (const path of ['/projects/PRJ', '/projects/PRJ/docket', '/browse/PRJ-1'])
      expect((await get(path, 'outsider')).status).toBe(404);
    expect(await textOf('/', 'outsider')).not.toContain('PRJ-1');
    expect(await textOf('/issues/?jql=project=PRJ', 'outsider')).not.toContain('PRJ-1');
  });

  it('opens settings only to project admins, and the administration only to site admins', async () => {
    expect((await get('/projects/PRJ/settings/docket', 'member')).status).toBe(404);
    expect((await get('/admin/docket', 'lead')).status).toBe(404);
    expect((await get('/admin/docket', 'admin')).status).toBe(200);
  });

  it('shows text from people as text', async () => {
    const page = await textOf('/browse/PRJ-1');
    expect(page).toContain('Beware of &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  });

  it('finds issues by JQL, and says what is wrong with a query', async () => {
    expect(await textOf('/projects/PRJ?jql=key=PRJ-1')).toContain('/browse/PRJ-1');
    expect(await textOf('/projects/PRJ?jql=nonsense=1')).toMatch(/role="alert">[^<]*nonsense/);
  });

  it('refuses a change that another site sends, and sends nobody elsewhere', async () => {
    const before = app.clock.now();
    for (const headers of [{}, { origin: 'http://evil.example' }, { origin: APP }] as Record<
      string,
      string
    >[])
      expect((await post('/clock', { to: 'hour' }, headers)).status).toBe(403);
    expect(app.clock.now()).toBe(before);
    for (const back of ['http://evil.example/', '//evil.example', '/\\evil.example'])
      expect((await post('/clock', { to: 'hour', back })).headers.get('location')).toBe('/');
  });

  it('answers only to its own names, and shows pages under one of them', async () => {
    expect((await door.request('http://evil.example/')).status).toBe(421);
    const moved = await get('/browse/PRJ-1?a=b', 'lead', APP);
    expect(moved.status).toBe(302);
    expect(moved.headers.get('location')).toBe(`${PAGES}/browse/PRJ-1?a=b`);
    expect((await get('/__app/bridge.js')).status).toBe(404);
  });

  it('calls a module what the manifest calls it in the language of whoever looks', async () => {
    app.build.user({ accountId: 'reader', locale: 'de-DE' });
    const page = [...app.state.pages.all()].find(({ title }) => title === 'Status of everything');
    const titles = await Promise.all(
      ['reader', 'lead'].map(async (who) => {
        const [, title] =
          /<figcaption>\s*([^<]*?)\s*</.exec(
            await textOf(`/wiki/spaces/PRJ/pages/${page?.id}/Status+of+everything`, who),
          ) ?? [];
        return title;
      }),
    );
    expect(titles).toEqual(['Docket-Projektstatus', 'Docket project status']);
  });

  it('draws a Confluence page under Confluence’s own address, with the app’s macro as a frame', async () => {
    const [page] = [...app.state.pages.all()].filter(({ title }) => title === 'Status of everything');
    const moved = await get(`/wiki/pages/${page?.id}`);
    const address = moved.headers.get('location') ?? '';
    expect(address).toBe(`/wiki/spaces/PRJ/pages/${page?.id}/Status+of+everything`);
    const byNumber = await get(`/wiki/pages/viewpage.action?pageId=${page?.id}`);
    expect(byNumber.headers.get('location')).toBe(address);
    expect(await textOf(address)).toContain('Before the macro.');
    const { token } = await frameOn(address);
    const context = await bridge({ token, command: 'getContext' });
    expect(JSON.parse(context.text)).toMatchObject({
      value: { extension: { type: 'macro', config: { projectKey: 'PRJ' } } },
    });
  });

  it('serves the app’s screen with the bridge before it, under the policy of the manifest', async () => {
    const { entry, token } = await frameOn('/projects/PRJ/docket');
    const screen = await door.request(`${APP}${entry}?frame=${token}`);
    const policy = screen.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain(`frame-ancestors ${PAGES}`);
    expect(await screen.text()).toMatch(
      /<head>\s*<script src="\/__app\/bridge\.js" data-token="[0-9a-f-]{36}"/,
    );
    expect((await door.request(`${APP}${entry}?frame=made-up`)).status).toBe(410);
    expect((await door.request(`${APP}/__app/main/%2e%2e%2f%2e%2e%2fpackage.json`)).status).toBe(404);
  });

  it('answers a frame’s bridge as the person and the place that the frame was made for', async () => {
    const { token } = await frameOn('/projects/PRJ/docket', 'member');
    const asked = { token, command: 'getContext', data: { accountId: 'admin' } };
    expect(JSON.parse((await bridge(asked)).text)).toMatchObject({
      value: { accountId: 'member', moduleKey: 'project-page', extension: { project: { key: 'PRJ' } } },
    });
    const listed = await bridge({
      token,
      command: 'invoke',
      data: { functionKey: 'registers.list', payload: { kind: 'risk' } },
    });
    expect(JSON.parse(listed.text)).toMatchObject({ value: { ok: true, value: { records: [] } } });
  });

  it('refuses a bridge call from elsewhere, by an unknown frame, or of a kind that nothing models', async () => {
    const { token } = await frameOn('/projects/PRJ/docket');
    expect((await bridge({ token, command: 'getContext' }, PAGES)).status).toBe(403);
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect((await bridge({ token: stranger, command: 'getContext' })).status).toBe(403);
    const unknown = await bridge({ token, command: 'openRovo' });
    expect(unknown).toMatchObject({ status: 501, text: expect.stringContaining('openRovo') });
  });
});
