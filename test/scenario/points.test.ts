import { admin } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../support/app';

afterAppTests();

const page = (app: TestApp) => app.screen('admin-page', 'admin');
const saveBudget = (app: TestApp, pointsAnHour: number) =>
  callApp(app.host, page(app), admin.saveDefaults, {
    policy: DEFAULT_POLICY_SHAPE,
    holidays: [],
    pointsAnHour,
  });
const reminders = async (app: TestApp) =>
  (await callApp(app.host, page(app), admin.read, {})).runs.filter(({ job }) => job === 'reminders');

describe('points', () => {
  it('are counted by operation in the run, and against the budget of the hour', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }));
    await app.until('2026-07-20T09:30:00Z');
    const { runs, points } = await callApp(app.host, page(app), admin.read, {});
    const run = runs.find(({ sent }) => sent === 1);
    expect(run?.byOperation).toMatchObject({ searchAndReconsileIssuesUsingJqlPost: 1, addComment: 1 });
    expect(Object.values(run?.byOperation ?? {}).reduce((sum, n) => sum + n, 0)).toBe(run?.calls);
    expect(points).toMatchObject({ hour: '2026-07-20T09', used: run?.points, budget: 6_000 });
    expect(points.hours).toContainEqual({ hour: '2026-07-20T09', points: run?.points });
  });

  it('that are used up leave the least urgent work to the next hour, which loses and doubles nothing', async () => {
    const app = await appWith((build) => {
      for (let n = 0; n < 130; n += 1) {
        build.issue({ assigneeId: 'member', dueDate: '2026-07-21' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-17' });
      }
    });
    await saveBudget(app, 500);
    await app.until('2026-07-20T09:30:00Z');
    const first = app.told();
    expect(first).toHaveLength(200);
    // Late ones first: all 130 of them, and no more than the rest of those due tomorrow.
    expect(first.filter((line) => line.startsWith('overdue'))).toHaveLength(130);
    const [deferring] = await reminders(app);
    expect(deferring?.note).toBe(
      'the budget of 500 points an hour was used up after 2 pages: what is due on 2026-07-21 or later and was not ' +
        'sent yet waits until 2026-07-20T10:00 UTC',
    );
    expect((await callApp(app.host, page(app), admin.read, {})).points.used).toBeLessThanOrEqual(500);
    await app.until('2026-07-20T12:30:00Z');
    const told = app.told();
    expect(told).toHaveLength(260);
    expect(new Set(told.map((line) => line.split(' ')[1])).size).toBe(260);
    expect(app.state.comments.size).toBe(260);
  });
});

describe('site-wide defaults', () => {
  it('belong to people who administer Jira', async () => {
    const app = await appWith((build) => build.project());
    for (const call of ['admin.readDefaults', 'admin.saveDefaults']) {
      const payload = call.endsWith('readDefaults')
        ? {}
        : { policy: DEFAULT_POLICY_SHAPE, holidays: [], pointsAnHour: 500 };
      expect(await app.host.invoke(app.screen('admin-page', 'lead'), call, payload)).toMatchObject({
        ok: false,
        problem: { code: 'FORBIDDEN' },
      });
    }
  });

  it('are what a project reads that has saved nothing, and leave alone what a project has saved', async () => {
    const app = await appWith((build) => build.project());
    const fresh = app.build.project({ key: 'NEW', leadAccountId: 'lead', roles: { lead: 'admin' } });
    const policy = { ...DEFAULT_POLICY_SHAPE, deliveryTime: '07:30', backlogAfter: 9 };
    await callApp(app.host, page(app), admin.saveDefaults, {
      policy,
      holidays: ['2026-12-24'],
      pointsAnHour: 2_000,
    });
    const read = (project: { id: string; key: string }) =>
      app.host.invoke(
        {
          moduleKey: 'project-settings',
          accountId: 'lead',
          extension: { project: { ...project, type: 'software' } },
        },
        'settings.read',
        {},
      );
    expect(await read({ id: fresh.id, key: 'NEW' })).toMatchObject({
      ok: true,
      value: { settings: { policy, holidays: ['2026-12-24'] }, switchedOnAt: null },
    });
    expect(await read({ id: app.projectId, key: 'PRJ' })).toMatchObject({
      ok: true,
      value: { settings: { policy: DEFAULT_POLICY_SHAPE, holidays: [] } },
    });
  });

  it.each([
    [{ pointsAnHour: 10 }, 'pointsAnHour'],
    [{ holidays: ['2026-02-30'] }, 'holidays'],
    [{ policy: { ...DEFAULT_POLICY_SHAPE, standIns: { member: 'nobody' } } }, 'policy'],
    [{ policy: { ...DEFAULT_POLICY_SHAPE, holidayCountry: 'ZZ' } }, 'policy.holidayCountry'],
  ])('refuse %j and save nothing of it', async (change, field) => {
    const app = await appWith((build) => build.project());
    const good = { policy: DEFAULT_POLICY_SHAPE, holidays: [], pointsAnHour: 6_000 };
    const answer = await app.host.invoke(page(app), 'admin.saveDefaults', { ...good, ...change });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'BAD_INPUT' } });
    expect(Object.keys((answer as { problem: { fields: object } }).problem.fields)).toContain(field);
    expect(await callApp(app.host, page(app), admin.readDefaults, {})).toEqual(good);
  });
});
