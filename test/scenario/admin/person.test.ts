import { admin, choices, plan, settings } from '../../../src/contract';
import { callApp } from '../../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { PLAN } from '../../support/permission-ground';
import { onRegisters, RISK } from '../../support/registers';

afterAppTests();

const ANA = '5b10ac8d82e05b22cc7d4ef5';
const BO = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';

const page = (app: TestApp) => app.screen('admin-page', 'admin');

/** Ana owns, decides, snoozes, plans, stands in, and is told: something of her is in every corner. */
async function siteWithAna(kept = true): Promise<TestApp> {
  const app = await appWith(
    (build) => {
      build.user({ accountId: ANA, displayName: 'Ana Sousa' });
      build.user({ accountId: BO });
      build.project({ roles: { lead: 'admin', member: 'member', [ANA]: 'admin', [BO]: 'member' } });
      build.issue({ assigneeId: ANA, dueDate: '2026-07-20' });
      build.issue({ assigneeId: ANA, dueDate: '2026-07-21' });
      build.issue({ assigneeId: BO, dueDate: '2026-07-20' });
    },
    { kept },
  );
  const project = app.screen('project-settings', 'lead');
  const { settings: saved } = await callApp(app.host, project, settings.read, {});
  await callApp(app.host, project, settings.save, {
    ...saved,
    sponsorId: ANA,
    policy: { ...saved.policy, standIns: { [BO]: ANA } },
  });
  const own = onRegisters(app, ANA);
  const { issueId } = await own.risk({ ...RISK, owner: BO, reviewDate: '2026-07-20' });
  await own.risk({ ...RISK, owner: ANA, reviewDate: '2026-07-22' });
  await onRegisters(app, BO).move({ issueId, revision: 1 }, 'assessed');
  await app.host.invoke(app.screen('project-page', ANA), plan.save.name, {
    revision: 0,
    plan: PLAN,
    why: 'Agreed',
  });
  const [, second] = [...app.state.issues.all()];
  const panel = app.screen('issue-panel', ANA, { issue: { id: second?.id, key: second?.key } });
  await callApp(app.host, panel, choices.snooze, { until: '2026-07-22', reason: 'On a train' });
  await app.until('2026-07-20T10:30:00Z');
  return app;
}

const naming = (app: TestApp, accountId: string) =>
  app.host.stored().filter(({ key, value }) => JSON.stringify([key, value]).includes(accountId));
const nameOf = ({ entityName, key }: { readonly entityName: string | null; readonly key: string }) =>
  `${entityName ?? 'values'} ${key}`;

async function lookFor(app: TestApp, accountId: string) {
  const rows: Awaited<ReturnType<typeof part>>['rows'] = [];
  const part = (from: { store: number; after: string | null } | null) =>
    callApp(app.host, page(app), admin.person, { accountId, from });
  let from: { store: number; after: string | null } | null = null;
  do {
    const answer: Awaited<ReturnType<typeof part>> = await part(from);
    rows.push(...answer.rows);
    from = answer.next;
  } while (from !== null);
  return rows;
}

const erase = (app: TestApp) =>
  callApp(app.host, page(app), admin.erase, { accountId: ANA, typed: 'ana sousa' });
const erasures = async (app: TestApp) => (await callApp(app.host, page(app), admin.erasures, {})).erasures;
/** What each row of messages and decisions says happened, whoever did it. */
const facts = (app: TestApp) =>
  ['ledger', 'audit', 'choice', 'obligation', 'plan'].map((name) => app.host.stored(name).length);

describe('what Docket keeps of a person', () => {
  it('is found to the last row, with what stands there and what an erasure would do', async () => {
    const app = await siteWithAna();
    const rows = await lookFor(app, ANA);
    expect(rows.map(({ store, key }) => `${store} ${key}`).sort()).toEqual(
      naming(app, ANA).map(nameOf).sort(),
    );
    expect(new Set(rows.map(({ store }) => store))).toEqual(
      new Set(['ledger', 'project', 'record', 'number', 'choice', 'audit', 'obligation', 'plan', 'values']),
    );
    const settingsRow = rows.find(({ store }) => store === 'project');
    expect(settingsRow?.effect).toBe('settings');
    expect(settingsRow?.mentions.map(({ path }) => path).sort()).toEqual([
      'config.policy.standIns.' + BO,
      'config.sponsorId',
    ]);
    // Other people in the same table are nobody's business.
    expect(JSON.stringify(rows.filter(({ key }) => key.startsWith('people:')))).not.toContain(BO);
  });

  it('is asked for by people who administer Jira', async () => {
    const app = await siteWithAna();
    const answer = await app.host.invoke(app.screen('admin-page', 'lead'), admin.person.name, {
      accountId: ANA,
      from: null,
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });
});

describe('the erasure of a person', () => {
  it('takes the person out of every row, keeps what happened, and names what people have to change', async () => {
    const app = await siteWithAna();
    const before = facts(app);
    const told = app.told().length;
    const looked = await lookFor(app, ANA);
    const count = (effect: string) => looked.filter((row) => row.effect === effect).length;
    await erase(app);
    await app.hours(1);
    const [done] = await erasures(app);
    expect(done).toMatchObject({
      state: 'done',
      accountId: null,
      by: 'admin',
      counts: { anonymised: count('anonymised'), removed: count('removed') },
    });
    expect(new Set(done?.still.map(({ store }) => store))).toEqual(new Set(['project', 'record']));
    expect(facts(app)).toEqual(before);
    // The next run meets her again where she is still somebody's sponsor: that is for people to change.
    const left = naming(app, ANA).filter(
      ({ entityName, key }) => !(entityName === null && /^(people|sight|sweep)/.test(key)),
    );
    expect(new Set(left.map(({ entityName }) => entityName))).toEqual(new Set(['project', 'record']));
    expect(app.told().length).toBe(told);
  });

  it('wants the name typed, and tells which', async () => {
    const app = await siteWithAna();
    expect(
      await app.host.invoke(page(app), admin.erase.name, { accountId: ANA, typed: 'Anna' }),
    ).toMatchObject({ ok: false, problem: { fields: { typed: 'Type "Ana Sousa" to confirm.' } } });
    expect(await erasures(app)).toEqual([]);
  });

  it.each([
    [4, 'before'],
    [5, 'after'],
    [7, 'before'],
    [9, 'after'],
  ] as const)('ends the same where every %ith call kills it, %s the call', async (every, when) => {
    const whole = await siteWithAna(false);
    await erase(whole);
    await whole.host.drain();
    const app = await siteWithAna(false);
    await erase(app);
    for (let n = 0; n < 40; n += 1) {
      app.faults.reset();
      app.faults.add({
        matches: ({ kind, number }) => kind !== 'jira' && number % every === 0,
        effect: { type: 'crash', when },
      });
      await app.host.drain();
      app.faults.reset();
      const [one] = await erasures(app);
      if (one?.state === 'done') break;
      await erase(app);
    }
    await app.host.drain();
    const runs = app.host.invocations.filter(({ functionKey }) => functionKey === 'keep-privacy');
    expect(runs.filter(({ outcome }) => outcome === 'crash').length).toBeGreaterThan(2);
    const shape = (of: TestApp) =>
      of.host
        .stored()
        .filter(({ entityName }) => !['erasure', 'occurrence', 'dead-letter'].includes(entityName ?? ''))
        .map((row) => nameOf(row).replace(/erased:\w+/, 'erased'))
        .sort();
    expect((await erasures(app))[0]?.state).toBe('done');
    expect(shape(app)).toEqual(shape(whole));
    expect(new Set(naming(app, ANA).map(({ entityName }) => entityName))).toEqual(
      new Set(['project', 'record']),
    );
  });

  it('waits for messages that are on their way', async () => {
    const app = await siteWithAna();
    app.build.issue({ assigneeId: ANA, dueDate: '2026-07-17' });
    app.faults.add({
      matches: ({ operation }) => operation === 'addComment',
      effect: { type: 'crash', when: 'after' },
      times: 1,
    });
    await app.until('2026-07-20T11:01:00Z');
    expect(app.ledger().some(({ state }) => state === 'claimed')).toBe(true);
    await erase(app);
    await app.host.drain();
    expect((await erasures(app))[0]).toMatchObject({ state: 'running' });
    await app.hours(2);
    expect((await erasures(app))[0]).toMatchObject({ state: 'done' });
    expect(app.ledger().filter(({ state }) => state === 'claimed')).toEqual([]);
  });

  it('is stopped, and what was erased stays erased', async () => {
    const app = await siteWithAna();
    const { id } = await erase(app);
    await callApp(app.host, page(app), admin.cancelErasure, { id });
    await app.host.drain();
    expect((await erasures(app))[0]).toMatchObject({ state: 'cancelled', accountId: null });
    expect(naming(app, ANA).length).toBeGreaterThan(5);
  });

  it('comes by itself for an account that Atlassian reports as closed', async () => {
    const app = await siteWithAna();
    app.state.closedAccounts.add(ANA);
    await app.until('2026-07-21T03:30:00Z');
    expect((await erasures(app))[0]).toMatchObject({ state: 'done', by: null });
    expect(naming(app, ANA).some(({ entityName }) => entityName === 'choice')).toBe(false);
  });
});
