import { join } from 'node:path';
import { appWith, type TestApp } from '../../test/support/app';
import { createFrontDoor } from './front-door';

const MANIFEST = join(__dirname, '..', '..', 'manifest.yml');
const PAGES = 'http://127.0.0.1:8110';
const APP = 'http://localhost:8110';

describe('the front door', () => {
  let app: TestApp;
  let door: ReturnType<typeof createFrontDoor>;

  beforeEach(async () => {
    app = await appWith((build) => {
      build.user({ accountId: 'outsider', displayName: 'Out Sider' });
      const project = build.project({
        key: 'PRJ',
        everyone: null,
        roles: { lead: 'admin', member: 'member' },
      });
      build.issue({
        projectId: project.id,
        key: 'PRJ-1',
        summary: 'Beware of <script>alert(1)</script> & "quotes"',
        dueDate: '2026-07-20',
        assigneeId: 'member',
      });
      const space = build.space({ key: 'PRJ' });
      build.page({
        spaceId: space.id,
        title: 'Status of everything',
        body: {
          type: 'doc',
          version: 1,
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Before the macro.' }] },
            {
              type: 'extension',
              attrs: {
                extensionType: 'com.atlassian.ecosystem',
                extensionKey: 'the-app/the-environment/static/status-macro',
                parameters: { guestParams: { projectKey: 'PRJ' } },
              },
            },
          ],
        },
      });
    });
    door = createFrontDoor(app, MANIFEST);
  });

  const get = (path: string, as = 'lead', origin = PAGES) =>
    door.request(origin + path, { headers: { cookie: `docket_viewer=${as}` } });
  const post = (
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = { origin: PAGES },
  ) => door.request(PAGES + path, { method: 'POST', body: new URLSearchParams(form), headers });
  const textOf = async (path: string, as?: string) => (await get(path, as)).text();

  /** The token of the app's frame on a page. */
  async function frameOn(path: string, as?: string): Promise<{ entry: string; token: string }> {
    const match = /src="http:\/\/localhost:8110(\/__app\/[^"?]+)\?frame=([^"]+)"/.exec(
      await textOf(path, as),
    );
    if (!match?.[1] || !match[2]) throw new Error(`There is no frame on ${path}.`);
    return { entry: match[1], token: match[2] };
  }
  const bridge = async (body: unknown, origin = APP) => {
    const response = await door.request(`${APP}/__bridge`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin },
    });
    return { status: response.status, text: await response.text() };
  };

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

  it('moves the clock, and shows once what ran and what was sent on the way', async () => {
    const before = app.clock.now();
    const answer = await post('/clock', { to: 'day', back: '/issues/' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/issues/');
    expect(app.clock.now()).toBe(before + 24 * 3_600_000);
    const moved = /docket_moved=1/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
    const after = await get('/issues/', `lead; ${moved}`);
    const main = (await after.text()).split('<main')[1]?.split('</main>')[0];
    expect(main).toMatch(/The clock has moved from[^<]*<strong>1 message sent<\/strong>,\s*\d+ runs \(/);
    expect(after.headers.get('set-cookie')).toMatch(/docket_moved=;/);
    expect((await textOf('/issues/')).split('<main')[1]?.split('</main>')[0]).not.toContain('has moved');
    expect(await textOf('/browse/PRJ-1')).toContain('/2026-07-20/due-today');
    expect(await textOf('/docket/ledger', 'outsider')).not.toContain('PRJ-1');
  });

  it.each([
    ['hour', '2026-07-20T05:00:00.000Z'],
    ['morning', '2026-07-20T09:00:00.000Z'],
    ['week', '2026-07-27T04:30:00.000Z'],
  ])('has a button for %s', async (to, then) => {
    await app.clock.advanceTo(Date.parse('2026-07-20T04:30:00.000Z'));
    expect((await post('/clock', { to })).status).toBe(303);
    expect(new Date(app.clock.now()).toISOString()).toBe(then);
    expect((await post('/clock', { to: 'yesterday' })).status).toBe(400);
  });

  it('tells an open page what goes on, as it happens', async () => {
    const stream = (await get('/docket/live')).body?.getReader();
    const read = async (): Promise<string> => new TextDecoder().decode((await stream?.read())?.value);
    const first = await read();
    expect(first).toMatch(/^event: live\ndata: \{"line":.*<b>2<\/b> runs.*"panel":.*settings\.save/);
    await app.host.fireTrigger('hourly');
    // What happens meanwhile may come in more than one piece, and is all there in the last.
    let told = await read();
    while (!/<b>3<\/b> runs/.test(told)) told = await read();
    expect(told).toContain('>tick<');
    await stream?.cancel();
  });

  it('names each person with what they do, and says what the one who looks may do', async () => {
    const start = await textOf('/');
    expect(start).toMatch(/<option value="lead" selected>[^<]*, Leads PRJ</);
    expect(start).toMatch(/<option value="outsider">Out Sider, Outsider</);
    expect(start).toContain('Administers PRJ.');
    expect(await textOf('/', 'member')).toContain('Works in PRJ.');
    expect(await textOf('/', 'outsider')).toContain('Does not see PRJ.');
  });

  it('takes two steps that come at once one after the other', async () => {
    const before = app.clock.now();
    const answers = await Promise.all(
      [1, 2].map(() => post('/clock', { to: 'hour', back: '/browse/PRJ-1' })),
    );
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/browse/PRJ-1', '/browse/PRJ-1']);
    expect(app.clock.now()).toBe(before + 2 * 3_600_000);
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

  it('switches to people that the site knows, and to nobody else', async () => {
    const switched = await post('/viewer', { accountId: 'member', back: '/issues/' });
    expect(switched.headers.get('set-cookie')).toMatch(/docket_viewer=member;.*HttpOnly;.*SameSite=Strict/);
    expect((await post('/viewer', { accountId: 'nobody' })).status).toBe(400);
  });

  it('is light or dark as the reader chose, and so are the app’s frames', async () => {
    const switched = await post('/theme', { theme: 'dark', back: '/issues/' });
    expect(switched.headers.get('set-cookie')).toMatch(/docket_theme=dark;/);
    expect(switched.headers.get('location')).toBe('/issues/');
    expect((await post('/theme', { theme: 'pink' })).status).toBe(400);
    expect(await textOf('/projects/PRJ/docket')).toContain('data-color-mode="light"');
    const dark = await frameOn('/projects/PRJ/docket', 'lead; docket_theme=dark');
    const screen = await (await door.request(`${APP}${dark.entry}?frame=${dark.token}`)).text();
    expect(screen).toContain('data-theme="dark"');
    const context = await bridge({ token: dark.token, command: 'getContext' });
    expect(JSON.parse(context.text)).toMatchObject({ value: { theme: { colorMode: 'dark' } } });
    const sheet = await textOf('/assets/tokens.css');
    expect(sheet).toMatch(/--ds-surface: #1F1F21/i);
  });

  it('draws a Confluence page under Confluence’s own address, with the app’s macro as a frame', async () => {
    const [page] = [...app.state.pages.all()].filter(({ title }) => title === 'Status of everything');
    const moved = await get(`/wiki/pages/${page?.id}`);
    const address = moved.headers.get('location') ?? '';
    expect(address).toBe(`/wiki/spaces/PRJ/pages/${page?.id}/Status+of+everything`);
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

  it('switches a fault on, counts how often it strikes, and switches it off', async () => {
    const switched = async (name: string) => {
      const card = (await textOf('/docket/faults')).split('<form').find((part) => part.includes(`"${name}"`));
      return [/aria-checked="(\w+)"/.exec(card ?? '')?.[1], /<span>([^<]*)<\/span>/.exec(card ?? '')?.[1]];
    };
    expect(await switched('rate-limit')).toEqual(['false', 'Off']);
    await post('/docket/faults', { name: 'rate-limit', amount: '2', on: '1' });
    expect(await switched('rate-limit')).toEqual(['true', 'On; struck 0 of 2']);
    await post('/clock', { to: 'day' });
    expect(await switched('rate-limit')).toEqual(['false', 'Off; all 2 have struck']);
    await post('/docket/faults', { name: 'latency', amount: '10', on: '1' });
    await post('/docket/faults', { name: 'latency', amount: '10', on: '0' });
    expect(await switched('latency')).toEqual(['false', 'Off']);
    for (const wrong of [
      { name: 'crash', amount: '0', on: '1' },
      { name: 'no such', amount: '1', on: '1' },
    ])
      expect((await post('/docket/faults', wrong)).status).toBe(400);
    await post('/docket/faults', { name: 'crash', amount: '1', on: '1' });
    await post('/docket/faults/reset', {});
    expect(await switched('crash')).toEqual(['false', 'Off']);
  });
});
