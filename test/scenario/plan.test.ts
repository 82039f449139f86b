import { plan } from '../../src/contract';
import { IMPORT_COLUMNS_SHAPE, type PlanShape } from '../../src/contract/plan';
import { IMPORT_COLUMNS } from '../../src/domain/plan';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { STATUS } from '../support/site';

afterAppTests();

const PLAN: PlanShape = {
  currency: 'EUR',
  start: '2026-07-01',
  finish: '2026-08-31',
  phases: [
    { id: 'P1', name: 'Build', start: '2026-07-01', finish: '2026-08-31', weight: null, versionId: null },
  ],
  // July has 23 working days, August 21.
  budget: [
    { month: '2026-07', category: 'Work', amount: 230_000 },
    { month: '2026-08', category: 'Work', amount: 210_000 },
  ],
  commitments: [{ id: 'PO-1', month: '2026-07', category: 'Work', amount: 50_000, note: '' }],
  costs: [{ id: 'C1', date: '2026-07-10', category: 'Work', amount: 80_000, note: 'Invoice 7' }],
  forecast: [{ month: '2026-08', category: 'Work', amount: 300_000 }],
  eacVariant: 'trend',
  progress: { by: 'issues' },
  actualCost: { source: 'entries' },
  audience: 'everyone',
};

/** Four issues, one of them done. */
const project = () =>
  appWith((build) => {
    for (const statusId of [STATUS.todo, STATUS.todo, STATUS.doing, STATUS.done]) build.issue({ statusId });
  });
const page = (app: TestApp, accountId = 'lead') => app.screen('project-page', accountId);
const save = (app: TestApp, change: Partial<PlanShape> = {}, revision = 0) =>
  callApp(app.host, page(app), plan.save, { revision, plan: { ...PLAN, ...change }, why: 'As agreed' });
const read = (app: TestApp, accountId = 'lead') => callApp(app.host, page(app, accountId), plan.read, {});
const figures = async (app: TestApp, accountId = 'lead') =>
  (await callApp(app.host, page(app, accountId), plan.figures, {})).figures;
const setBaseline = (app: TestApp, name: string, revision: number) =>
  callApp(app.host, page(app), plan.setBaseline, { revision, name, why: 'Steering committee' });
const raw = (app: TestApp, accountId: string, name: string, payload: unknown) =>
  app.host.invoke(page(app, accountId), name, payload);
const history = (app: TestApp) =>
  app.host
    .stored('audit')
    .map(({ value }) => (value as { entry: Record<string, unknown> }).entry)
    .map(({ action, actor, why, changes }) => ({ action, actor, why, changes }));

describe('a plan', () => {
  it('is saved with who and why, and read by everybody who may browse the project', async () => {
    const app = await project();
    expect(await read(app)).toMatchObject({ saved: null, baselines: [], canEdit: true });
    expect((await save(app)).revision).toBe(1);
    await save(app, { finish: '2026-09-30' }, 1);
    expect(await read(app, 'member')).toMatchObject({
      saved: { revision: 2, savedBy: 'lead', plan: { ...PLAN, finish: '2026-09-30' } },
      names: { lead: 'lead' },
      canEdit: false,
      seesMoney: true,
    });
    expect(history(app)).toEqual([
      expect.objectContaining({ action: 'saved', actor: 'lead', why: 'As agreed' }),
      {
        action: 'saved',
        actor: 'lead',
        why: 'As agreed',
        changes: ['Project: 2026-07-01 to 2026-08-31 -> 2026-07-01 to 2026-09-30'],
      },
    ]);
  });

  it('that somebody else changed meanwhile is not overwritten: both versions are there', async () => {
    const app = await project();
    await save(app);
    await save(app, { audience: 'admins' }, 1);
    expect(
      await raw(app, 'lead', 'plan.save', { revision: 1, plan: { ...PLAN, currency: 'USD' }, why: 'Mine' }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT', current: { revision: 2, plan: { audience: 'admins', currency: 'EUR' } } },
    });
  });

  it('of two people who save at once goes to one of them', async () => {
    const app = await project();
    const both = (revision: number, notes: readonly string[]) =>
      Promise.all(
        notes.map((category) =>
          raw(app, 'lead', 'plan.save', {
            revision,
            plan: { ...PLAN, budget: [{ month: '2026-07', category, amount: 1 }] },
            why: 'At once',
          }),
        ),
      );
    for (const [revision, notes] of [
      [0, ['A', 'B']],
      [1, ['C', 'D']],
    ] as const) {
      const answers = (await both(revision, notes)) as { ok: boolean; problem?: { code: string } }[];
      expect(answers.map(({ ok, problem }) => (ok ? 'saved' : problem?.code)).sort()).toEqual([
        'CONFLICT',
        'saved',
      ]);
    }
    expect(history(app)).toHaveLength(2);
  });

  it.each([
    ['an answer that is lost', { type: 'network', when: 'after' }, 'saved', 3],
    ['a refusal that is none', { type: 'status', status: 500, when: 'after' }, 'saved', 3],
    ['storage that is out', { type: 'status', status: 500, when: 'before' }, 'UPSTREAM_DOWN', 0],
    ['a process that dies before', { type: 'crash', when: 'before' }, 'lost', 0],
    ['a process that dies after', { type: 'crash', when: 'after' }, 'lost', 3],
  ] as const)(
    'has one entry in its log for each revision, in spite of %s',
    async (_name, effect, outcome, kept) => {
      const app = await project();
      const strike = () =>
        app.faults.add({ matches: ({ operation }) => operation === 'transaction', effect, times: 1 });
      const change = async (revision: number, finish: string): Promise<string> => {
        const payload = { revision, plan: { ...PLAN, finish }, why: 'Trying' };
        const answer = await raw(app, 'lead', 'plan.save', payload).catch(() => null);
        const { ok, problem } = (answer ?? { ok: false }) as { ok: boolean; problem?: { code: string } };
        return ok ? 'saved' : (problem?.code ?? 'lost');
      };
      for (const finish of ['2026-08-31', '2026-09-30', '2026-10-31']) {
        strike();
        expect(await change((await read(app)).saved?.revision ?? 0, finish)).toBe(outcome);
      }
      expect((await read(app)).saved?.revision ?? 0).toBe(kept);
      expect(history(app)).toHaveLength(kept);
    },
  );

  it('with what cannot be is refused field by field and nothing of it is kept', async () => {
    const app = await project();
    const answer = await raw(app, 'lead', 'plan.save', {
      revision: 0,
      plan: {
        ...PLAN,
        currency: 'EUX',
        budget: [...PLAN.budget, { month: '2026-09', category: 'Work', amount: -5 }],
        costs: [...PLAN.costs, ...PLAN.costs],
      },
      why: 'Typing',
    });
    expect(answer).toMatchObject({
      ok: false,
      problem: {
        code: 'BAD_INPUT',
        fields: {
          currency: expect.stringContaining('EUX'),
          'budget.2.month': expect.stringContaining('outside the project'),
          'budget.2.amount': expect.stringContaining('more than zero'),
          'costs.1.id': expect.stringContaining('used twice'),
        },
      },
    });
    expect(app.host.stored('plan')).toEqual([]);
  });

  it('belongs to people who administer the project', async () => {
    const app = await project();
    await save(app);
    const refused = { ok: false, problem: { code: 'FORBIDDEN' } };
    const why = 'Mine';
    for (const [name, payload] of [
      ['plan.save', { revision: 1, plan: PLAN, why }],
      ['plan.importLines', { revision: 1, rows: [{ type: 'project' }], apply: true, why }],
      ['plan.setBaseline', { revision: 1, name: 'B', why }],
    ] as const)
      expect(await raw(app, 'member', name, payload)).toMatchObject(refused);
    expect((await read(app)).saved?.revision).toBe(1);
  });

  it('shows its money to admins only where it says so', async () => {
    const app = await project();
    await save(app, { audience: 'admins' });
    await setBaseline(app, 'First', 1);
    const seen = await read(app, 'member');
    expect(seen).toMatchObject({
      seesMoney: false,
      saved: { plan: { phases: PLAN.phases, budget: [], commitments: [], costs: [], forecast: [] } },
    });
    expect(await figures(app, 'member')).toMatchObject({
      money: null,
      progress: { complete: { value: 0.25 } },
    });
    expect(await callApp(app.host, page(app, 'member'), plan.compare, { from: 1, to: null })).toMatchObject({
      budget: null,
      budgetChange: { notComputable: expect.stringContaining('administer') },
    });
    expect(await read(app)).toMatchObject({ seesMoney: true, saved: { plan: { budget: PLAN.budget } } });
  });

  it('is out of sight for who may not browse the project', async () => {
    const app = await appWith((build) => {
      build.project({ everyone: null });
    });
    for (const [name, payload] of [
      ['plan.read', {}],
      ['plan.figures', {}],
      ['plan.compare', { from: 1, to: null }],
    ] as const)
      expect(await raw(app, 'member', name, payload)).toMatchObject({ ok: false });
  });
});

describe('the figures of a plan', () => {
  // Monday 20 July: 14 of July's 23 working days, so PV is 1,400.00. BAC 4,400.00, a quarter done: EV 1,100.00. AC 800.00.
  it('are earned value as of today on the project’s calendar, each with its proof', async () => {
    const app = await project();
    await save(app);
    const found = await figures(app);
    expect(found).toMatchObject({
      asOf: '2026-07-20',
      baseline: null,
      progress: { complete: { value: 0.25 } },
      daysLate: { value: 0 },
      money: {
        earned: {
          bac: { value: 440_000 },
          pv: { value: 140_000 },
          ev: { value: 110_000 },
          ac: { value: 80_000 },
          sv: { value: -30_000 },
          cv: { value: 30_000 },
          cpi: { value: 1.375 },
          eac: { value: 320_000 },
          etc: { value: 240_000 },
          vac: { value: 120_000 },
        },
        budget: {
          total: { planned: 440_000, committed: 50_000, actual: { value: 80_000 }, forecast: 300_000 },
        },
      },
    });
    const [part] = found?.progress.parts ?? [];
    expect(new URL(part?.doneUrl ?? '').searchParams.get('jql')).toBe(
      'project = "PRJ" AND statusCategory = Done',
    );
  });

  it('stay measured against the baseline when the plan changes', async () => {
    const app = await project();
    await save(app);
    await setBaseline(app, 'As approved', 1);
    await save(app, { budget: [{ month: '2026-07', category: 'Work', amount: 1 }] }, 1);
    expect(await figures(app)).toMatchObject({
      baseline: { number: 1, name: 'As approved' },
      money: { earned: { bac: { value: 440_000 } }, budget: { total: { planned: 1 } } },
    });
  });

  it('weigh phases by the issues of their versions', async () => {
    const app = await appWith((build) => {
      const [one, two] = [build.version({ id: '71' }), build.version({ id: '72' })];
      build.issue({ fixVersionIds: [one.id], statusId: STATUS.done });
      build.issue({ fixVersionIds: [two.id], statusId: STATUS.done });
      build.issue({ fixVersionIds: [two.id] });
    });
    const phase = { ...PLAN.phases[0]!, weight: 1, versionId: '71' };
    await save(app, { phases: [phase, { ...phase, id: 'P2', weight: 3, versionId: '72' }] });
    // (1 x 100 % + 3 x 50 %) / 4
    expect((await figures(app))?.progress.complete).toEqual({ value: 0.625 });
  });

  it.each<[PlanShape['progress'], number]>([
    [{ by: 'storyPoints', fieldId: 'customfield_10016' }, 0.8],
    [{ by: 'estimates' }, 0.25],
  ])('add up a field of issues where the plan says %j', async (progress, expected) => {
    const app = await appWith((build) => {
      const points = build.customField({ name: 'Story Points' });
      const issue = (statusId: string, value: number, original: number) =>
        build.issue({
          statusId,
          numbers: { [points.id]: value },
          timeTracking: { original, remaining: null, spent: null },
        });
      issue(STATUS.done, 8, 3_600);
      issue(STATUS.doing, 1.5, 3_600);
      issue(STATUS.todo, 0.5, 7_200);
      build.issue();
    });
    await save(app, { progress });
    expect((await figures(app))?.progress.complete).toEqual({ value: expected });
  });

  it('take cost from a field of issues where the plan says so, whole units of the currency', async () => {
    const app = await appWith((build) => {
      const cost = build.customField({ name: 'Actual cost' });
      for (const value of [0.1, 0.2, 100]) build.issue({ numbers: { [cost.id]: value } });
      build.issue();
    });
    await save(app, { actualCost: { source: 'field', fieldId: 'customfield_10016' } });
    const found = await figures(app);
    expect(found?.money?.earned.ac).toEqual({ value: 10_030 });
    expect(found?.money?.budget.rows[0]?.actual).toEqual({ notComputable: expect.any(String) });
    expect(new URL(found?.money?.costUrl ?? '').searchParams.get('jql')).toBe(
      'project = "PRJ" AND cf[10016] is not EMPTY',
    );
  });

  it('that Jira cannot give say so, and the others stay', async () => {
    const app = await project();
    await save(app, { progress: { by: 'storyPoints', fieldId: 'customfield_99999' } });
    expect(await figures(app)).toMatchObject({
      progress: { complete: { notComputable: expect.stringContaining('Jira gives no number') } },
      money: {
        earned: {
          pv: { value: 140_000 },
          ac: { value: 80_000 },
          ev: { notComputable: expect.any(String) },
          spi: { notComputable: expect.any(String) },
        },
      },
    });
  });

  it('cost two points by issues', async () => {
    const app = await project();
    await save(app);
    const before = app.exchanges.length;
    await figures(app);
    const counts = app.exchanges.slice(before).filter(({ operation }) => operation === 'countIssues');
    expect(counts).toHaveLength(2);
  });
});

describe('baselines', () => {
  it('are kept when there is a new one, and compared by days and money', async () => {
    const app = await project();
    await save(app);
    await setBaseline(app, 'First', 1);
    await save(
      app,
      { finish: '2026-09-10', budget: [...PLAN.budget, { month: '2026-09', category: 'Work', amount: 100 }] },
      1,
    );
    await setBaseline(app, 'Second', 2);
    const { baselines } = await read(app);
    expect(baselines.map(({ number, name, setBy, why }) => [number, name, setBy, why])).toEqual([
      [2, 'Second', 'lead', 'Steering committee'],
      [1, 'First', 'lead', 'Steering committee'],
    ]);
    const compare = (from: number, to: number | null) =>
      callApp(app.host, page(app), plan.compare, { from, to });
    expect(await compare(1, 2)).toMatchObject({ finishDays: 10, budgetChange: { value: 100 } });
    expect(await compare(2, null)).toMatchObject({ finishDays: 0, budgetChange: { value: 0 } });
    await expect(compare(3, null)).rejects.toThrow('This project has no baseline 3.');
    expect(history(app).filter(({ action }) => action === 'baselined')).toHaveLength(2);
  });

  it('need a plan, a name of their own, and the plan that the person saw', async () => {
    const app = await project();
    await expect(setBaseline(app, 'First', 0)).rejects.toThrow('There is no plan yet.');
    await save(app);
    await setBaseline(app, 'First', 1);
    await expect(setBaseline(app, 'First', 1)).rejects.toThrow('There is a baseline "First" already.');
    await expect(setBaseline(app, 'Other', 0)).rejects.toThrow('Somebody else changed this plan');
    expect((await read(app)).baselines).toHaveLength(1);
  });

  it('are never lost, whatever number of them is set at once', async () => {
    const app = await project();
    await save(app);
    const set: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const names = [`${n} a`, `${n} b`];
      const answers = await Promise.allSettled(names.map((name) => setBaseline(app, name, 1)));
      set.push(...names.filter((_, at) => answers[at]?.status === 'fulfilled'));
    }
    const kept = (await read(app)).baselines.map(({ name }) => name);
    expect(set.length).toBeGreaterThanOrEqual(12);
    expect(kept.toSorted()).toEqual(set.toSorted());
  });
});

describe('an import', () => {
  const ROWS = [
    { type: 'project', currency: 'EUR', start: '2026-07-01', finish: '2026-08-31' },
    { type: 'budget', month: '2026-07', category: 'Work', amount: '2300.00' },
    { type: 'cost', id: 'C1', date: '2026-07-10', category: 'Work', amount: '800', note: '' },
  ];
  const bring = (app: TestApp, rows: readonly object[], apply: boolean, revision = 0) =>
    callApp(app.host, page(app), plan.importLines, {
      revision,
      rows: rows.map((row) => ({ ...row })),
      apply,
      why: 'From the finance sheet',
    });

  it('says first what it would do, and does it when told to', async () => {
    const app = await project();
    const dry = await bring(app, ROWS, false);
    expect(dry.saved).toBeNull();
    expect(app.host.stored('plan')).toEqual([]);
    const done = await bring(app, ROWS, true);
    expect(done.rows).toEqual(dry.rows);
    expect(done.rows.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created']);
    expect((await read(app)).saved).toMatchObject({
      revision: 1,
      plan: { budget: [{ month: '2026-07', category: 'Work', amount: 230_000 }] },
    });
    expect(history(app)).toEqual([
      expect.objectContaining({ action: 'imported', why: 'From the finance sheet' }),
    ]);
    // The same file again has nothing to say.
    expect((await bring(app, ROWS, true, 1)).saved?.revision).toBe(1);
  });

  it('with one bad line saves none', async () => {
    const app = await project();
    const answer = await bring(
      app,
      [...ROWS, { type: 'budget', month: '2026-07', category: 'X', amount: '1.005' }],
      true,
    );
    expect(answer.saved).toBeNull();
    expect(answer.rows[3]).toMatchObject({ row: 4, outcome: 'refused', field: 'amount' });
    expect(app.host.stored('plan')).toEqual([]);
  });

  it('takes only columns that it knows, and a bounded number of lines', async () => {
    const app = await project();
    expect([...IMPORT_COLUMNS_SHAPE]).toEqual([...IMPORT_COLUMNS]);
    for (const rows of [[{ ...ROWS[0], colour: 'red' }], [], Array.from({ length: 1_001 }, () => ROWS[1])])
      expect(
        await raw(app, 'lead', 'plan.importLines', { revision: 0, rows, apply: true, why: 'x' }),
      ).toMatchObject({ ok: false, problem: { code: 'BAD_INPUT' } });
  });
});
