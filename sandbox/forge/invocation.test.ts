import { asApp, asUser, getAppContext, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { ADA, createKit, HOUR, manifestOf, START } from './testing/kit';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Lets everything go on that still can. */
const stragglers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const read = async (key = 'ONE-1'): Promise<unknown> =>
  (await asApp().requestJira(route`/rest/api/3/issue/${key}`)).json();
const comment = (body: string, key = 'ONE-1') =>
  asApp().requestJira(route`/rest/api/3/issue/${key}/comment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  });

describe('product calls', () => {
  it('go out as the app or as the user who is there', async () => {
    const { run, state } = await createKit();
    expect(await run(read)).toEqual({ key: 'ONE-1', by: state.appAccountId });
    const own = await run(async () => (await asUser().requestJira(route`/rest/api/3/issue/ONE-1`)).json());
    expect(own).toEqual({ key: 'ONE-1', by: ADA });
  });

  it('need a user for asUser()', async () => {
    const { run } = await createKit();
    await run(
      () =>
        expect(asUser().requestJira(route`/rest/api/3/issue/ONE-1`)).rejects.toMatchObject({
          name: 'NEEDS_AUTHENTICATION_ERR',
        }),
      null,
    );
  });

  it('act for an absent user only with scopes that allow impersonation', async () => {
    const asAda = () => asUser(ADA).requestJira(route`/rest/api/3/issue/ONE-1`);
    const plain = await createKit();
    await plain.run(() => expect(asAda()).rejects.toMatchObject({ status: 403 }), null);
    const scopes = { 'read:jira-work': { allowImpersonation: true }, 'write:jira-work': null };
    const allowed = await createKit({ manifest: manifestOf({ scopes }) });
    expect(await allowed.run(async () => (await asAda()).json(), null)).toEqual({ key: 'ONE-1', by: ADA });
  });

  it('are bound to the scopes of the manifest', async () => {
    const { run } = await createKit({ manifest: manifestOf({ scopes: ['read:jira-work'] }) });
    expect((await run(() => comment('hello'))).status).toBe(401);
  });

  it('answer an ordinary refusal as a response', async () => {
    const { run } = await createKit();
    expect((await run(() => comment('hello', 'GONE-1'))).status).toBe(404);
  });

  it('count points and calls, by invocation and in all', async () => {
    const { run, host } = await createKit();
    await run(async () => {
      await read();
      await read();
      await kvs.get('k');
    });
    expect(host.invocations.at(-1)).toMatchObject({ points: 4, calls: { jira: 2, kvs: 1 }, outcome: 'ok' });
    expect(host.totals).toEqual({ points: 4, calls: { 'jira getIssue': 2, 'kvs get': 1 } });
  });

  it('answer 501 and are recorded where the sandbox models no such thing', async () => {
    const { run, site } = await createKit();
    const answer = await run(() => asApp().requestGraph('{ me }'));
    expect(answer.status).toBe(501);
    expect(site.unmodelled).toEqual(['app stargate /graphql']);
  });

  it('refuse egress', async () => {
    const { run } = await createKit();
    await run(() =>
      expect(fetch('https://example.com/')).rejects.toMatchObject({
        name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      }),
    );
  });

  it('outside of an invocation say so', async () => {
    await createKit();
    await expect(kvs.get('k')).rejects.toThrow('outside of an invocation');
    expect(() => getAppContext()).toThrow('Forge runtime not found');
  });
});

describe('the runtime', () => {
  it('tells the app where it runs and how long it may', async () => {
    const { run } = await createKit();
    await run(async () => {
      const context = getAppContext();
      expect(context).toMatchObject({
        moduleKey: 'page',
        environmentType: 'DEVELOPMENT',
        appVersion: '1.0.0',
      });
      expect(context.license).toBeUndefined();
      await pause(1500);
      expect(context.invocationRemainingTimeInMillis()).toBe(23_500);
    });
  });

  it('keeps overlapping invocations and hosts apart', async () => {
    const [one, other] = [await createKit({ latencyMs: 10 }), await createKit({ latencyMs: 10 })];
    await other.clock.advance(HOUR);
    const look = async (name: string) => {
      const before = Date.now();
      await kvs.set('name', name);
      await pause(100);
      return { before, name: await kvs.get('name'), own: getAppContext().invocationId };
    };
    const [a, b, c] = await Promise.all([
      one.run(() => look('a')),
      one.run(() => look('b')),
      other.run(() => look('c')),
    ]);
    expect([a.before, b.before, c.before]).toEqual([START, START, START + HOUR]);
    expect([a.name, c.name]).toEqual(['b', 'c']);
    expect(a.own).not.toBe(b.own);
    expect(one.host.stored()).toHaveLength(1);
  });

  it('serves packages that are imported after it was installed, outside of an invocation or inside one', async () => {
    const { run, host } = await createKit();
    await jest.isolateModulesAsync(async () => {
      const late = await import('@forge/kvs');
      await run(() => late.kvs.set('outside', 1));
    });
    await jest.isolateModulesAsync(() => run(async () => (await import('@forge/kvs')).kvs.set('inside', 1)));
    expect(host.stored().map(({ key }) => key)).toEqual(['inside', 'outside']);
  });

  it('puts what the app logs into the invocation', async () => {
    const lines: string[] = [];
    const { run, host } = await createKit({ onLog: (line) => lines.push(line) });
    // eslint-disable-next-line no-console -- an app may log as it likes; here it is what the test is about
    await run(() => console.warn('sent %d', 3, { to: 'ada' }));
    expect(host.invocations.at(-1)?.logs).toEqual(["sent 3 { to: 'ada' }"]);
    expect(lines).toEqual(["sent 3 { to: 'ada' }"]);
  });
});

describe('time inside an invocation', () => {
  it('is the clock of the sandbox, and outside the machine', async () => {
    const { run } = await createKit();
    await run(() => {
      expect(Date.now()).toBe(START);
      expect(new Date().toISOString()).toBe('2026-11-23T08:00:00.000Z');
      expect(new Date(0).getTime()).toBe(0);
      expect(new Date() instanceof Date && new Date().constructor === Date).toBe(true);
      class Stamp extends Date {}
      expect(new Stamp()).toBeInstanceOf(Stamp);
      expect(new Stamp().getTime()).toBe(START);
    });
    expect(Date.now()).toBeGreaterThan(0);
    expect(Date.now()).not.toBe(START);
  });

  it('passes by latency and waiting, side by side where the app waits side by side', async () => {
    const { run, host } = await createKit({ latencyMs: 40 });
    await run(async () => {
      await Promise.all([read(), read(), pause(100)]);
      expect(Date.now()).toBe(START + 100);
      await read();
      expect(Date.now()).toBe(START + 140);
      clearTimeout(setTimeout(() => expect(true).toBe(false), 10));
      await pause(50);
    });
    expect(host.invocations.at(-1)?.elapsedMs).toBe(190);
  });

  it('ends at the limit of the module, and nothing happens after it', async () => {
    const { run, host, state, clock } = await createKit({ latencyMs: 1000 });
    const late: string[] = [];
    const work = async () => {
      await pause(24_000);
      await comment('in time');
      late.push('still there');
      await comment('too late').finally(() => late.push('never told'));
    };
    await expect(run(work)).rejects.toThrow('stopped at its limit of 25 s');
    await clock.advance(HOUR);
    await stragglers();
    expect(host.invocations.find(({ outcome }) => outcome === 'timeout')).toMatchObject({
      elapsedMs: 25_000,
      limitMs: 25_000,
      definition: 'run',
    });
    expect(late).toEqual(['still there']);
    expect(state.comments.size).toBe(1);
  });

  it('gives a scheduled function the time its manifest entry names', async () => {
    const { host } = await createKit({ app: { tick: () => pause(290_000) } });
    expect(await host.fireTrigger('hourly')).toMatchObject({ outcome: 'ok', elapsedMs: 290_000 });
    const slow = await createKit({ app: { tick: () => pause(301_000) } });
    expect(await slow.host.fireTrigger('hourly')).toMatchObject({ outcome: 'timeout', limitMs: 300_000 });
  });

  it('stops for what was left running when the function returned', async () => {
    const { run, state, clock, host } = await createKit();
    await run(() => {
      void pause(10).then(() => comment('after the end'));
      void stragglers().then(() => comment('too'));
    });
    await clock.advance(HOUR);
    await stragglers();
    await stragglers();
    expect(state.comments.size).toBe(0);
    expect(host.totals.calls).toEqual({});
  });
});

describe('faults', () => {
  const kinds: { kind: string; call: () => Promise<unknown> }[] = [
    { kind: 'jira', call: () => comment('x') },
    { kind: 'kvs', call: () => kvs.set('k', 1) },
  ];

  it.each(kinds)('crash before a $kind call: no effect, and no code of the app runs on', async ({ call }) => {
    const { run, faults, state, host } = await createKit();
    const seen: string[] = [];
    faults.add({ effect: { type: 'crash', when: 'before' } });
    const work = () =>
      call()
        .then(String, () => seen.push('catch'))
        .finally(() => seen.push('finally'));
    await expect(run(work)).rejects.toThrow('Simulated crash before call 1');
    await stragglers();
    expect([state.comments.size, host.stored().length]).toEqual([0, 0]);
    expect(seen).toEqual([]);
    expect(host.invocations.at(-1)?.outcome).toBe('crash');
  });

  it.each(kinds)('crash after a $kind call: its effect stays', async ({ call }) => {
    const { run, faults, state, host } = await createKit();
    faults.add({ effect: { type: 'crash', when: 'after' }, times: 1 });
    await expect(run(call)).rejects.toThrow('Simulated crash after call 1');
    expect(state.comments.size + host.stored().length).toBe(1);
    await run(call);
  });

  it('give a call a status, a broken network, or latency', async () => {
    const { run, faults, host } = await createKit();
    faults.add({ effect: { type: 'status', status: 429, retryAfterSeconds: 7 }, times: 1 });
    const limited = await run(() => comment('x'));
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    faults.add({ effect: { type: 'network' }, times: 1, matches: ({ kind }) => kind === 'kvs' });
    await run(() => expect(kvs.get('k')).rejects.toThrow('fetch failed'));
    faults.add({ effect: { type: 'latency', milliseconds: 3000 }, times: 1 });
    await run(read);
    expect(host.invocations.at(-1)?.elapsedMs).toBe(3000);
  });

  it('run code in the gap, as nobody of the app', async () => {
    const { run, faults, host, state } = await createKit();
    const task = () => void state.reserveIds(70_000);
    faults.add({ effect: { type: 'run', when: 'before', task }, matches: ({ number }) => number === 2 });
    const ids = await run(async () => [await (await comment('a')).json(), await (await comment('b')).json()]);
    expect(ids).toEqual([{ id: '10001' }, { id: '70001' }]);
    expect(host.invocations.at(-1)?.outcome).toBe('ok');
  });
});
