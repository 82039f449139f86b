import { APP, openDoor, PAGES, type TestDoor } from '../../test/support/front-door';

describe('the controls of the front door', () => {
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

  it.each([
    ['status', '31', '<span class="lozenge success">Done'],
    ['dueDate', '2026-08-03', 'value="2026-08-03"'],
    ['assignee', 'lead', '<option value="lead" selected>lead</option>'],
    ['comment', 'I am on <it>.', 'I am on &lt;it&gt;.'],
  ])(
    'changes the %s of an issue as the person who looks, and for nobody who may not',
    async (what, value, seen) => {
      const change = (as: string) =>
        post(`/browse/PRJ-1/${what}`, { value }, { origin: PAGES, cookie: `docket_viewer=${as}` });
      const page = () => textOf('/browse/PRJ-1');
      expect(await page()).not.toContain(seen);
      const refused = await change('outsider');
      expect([refused.status, await refused.text()]).toEqual([
        400,
        expect.stringContaining('Jira refused that'),
      ]);
      expect(await page()).not.toContain(seen);
      expect((await change('member')).headers.get('location')).toBe('/browse/PRJ-1');
      expect(await page()).toContain(seen);
    },
  );

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

  it('takes the licence away, which the app’s screens say, and gives it back', async () => {
    const licensed = async () => {
      const { token } = await frameOn('/projects/PRJ/docket');
      return (await bridge({ token, command: 'getContext' })).text;
    };
    const isOn = async () =>
      /aria-checked="(\w+)"\s+aria-labelledby="fault-licence"/.exec(await textOf('/docket/faults'))?.[1];
    expect(await isOn()).toBe('false');
    await post('/docket/licence', { on: '1' });
    expect(await isOn()).toBe('true');
    expect(await textOf('/')).toContain('no licence');
    expect(JSON.parse(await licensed())).toMatchObject({ value: { license: { active: false } } });
    await post('/docket/licence', { on: '0' });
    expect(await isOn()).toBe('false');
    await post('/docket/licence', { on: '1' });
    await post('/docket/faults/reset', {});
    expect(JSON.parse(await licensed())).toMatchObject({ value: { license: { active: true } } });
  });
});
