import { registers } from '../../src/contract';
import type { HeatMap } from '../../src/domain/registers';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, HOUR, type TestApp } from '../support/app';
import { switchOn } from '../support/crash';
import { CHANGE } from '../support/registers';
import { saveReporting } from '../support/reports';

afterAppTests();

const VALUES = {
  cause: 'One person knows the batch jobs',
  event: 'They leave',
  impact: 'A month is lost',
  probability: 3,
  severity: 3,
  owner: 'member',
  reviewDate: '2026-08-03',
};
const page = (app: TestApp) => app.screen('project-page', 'member');
const enter = (app: TestApp, values: Record<string, unknown> = {}) =>
  callApp(app.host, page(app), registers.create, {
    kind: 'risk',
    summary: 'Key person',
    values: { ...VALUES, ...values },
  });
const move = (app: TestApp, issueId: string, revision: number, to: string) =>
  callApp(app.host, page(app), registers.transition, { kind: 'risk', issueId, revision, to });

interface Snapshot {
  readonly kind: string;
  readonly week: string;
  readonly figures: Record<string, unknown>;
  readonly changes: Record<string, unknown> | null;
  readonly unreadable: number;
  readonly heat?: HeatMap | null;
}
const snapshots = (app: TestApp, kind = 'risk'): Snapshot[] =>
  app.host
    .stored('register-snapshot')
    .map(({ value }) => (value as { snapshot: Snapshot }).snapshot)
    .filter((snapshot) => snapshot.kind === kind);
const obligations = (app: TestApp) =>
  app.host
    .stored('obligation')
    .map(
      ({ value }) => (value as { obligation: { id: string; dueDate: string; people: string[] } }).obligation,
    )
    .map(({ id, dueDate, people }) =>
      `${id.split(':').slice(2).join(':')} ${dueDate} ${people.join()}`.trim(),
    );
const runs = (app: TestApp) =>
  app.host
    .stored('occurrence')
    .map(({ value }) => (value as { run: { job: string; points: number; note: string; state: string } }).run)
    .filter(({ job }) => job === 'registers');

describe('when a week begins', () => {
  it('the register is kept as it stands, and what its records ask of people is found', async () => {
    const app = await appWith((build) => build.project());
    await enter(app);
    await enter(app, { probability: 5, severity: 4, reviewDate: '2026-07-10' });
    await app.until('2026-07-20T03:30:00Z');
    expect(snapshots(app)).toEqual([
      expect.objectContaining({
        week: '2026-W30',
        figures: {
          total: 2,
          open: 2,
          byState: { identified: 2 },
          byBand: { Medium: 1, High: 1 },
          unrated: 0,
          exposure: 29,
          overdueReviews: 1,
        },
        changes: null,
        unreadable: 0,
      }),
    ]);
    expect(obligations(app)).toEqual([
      'risk:review 2026-08-03 member',
      'risk:appetite 2026-07-19',
      'risk:review 2026-07-10 member',
    ]);
  });

  it('its heat map is kept without what not everybody sees, unless an admin has named that', async () => {
    const app = await appWith((build) => {
      build.project();
      const level = build.securityLevel({ memberIds: ['member', 'lead'] });
      build.issue({ key: 'PRJ-1' });
      for (const key of ['PRJ-2', 'PRJ-3']) build.issue({ key, securityLevelId: level.id });
    });
    for (const { id, memberIds } of app.state.securityLevels.all())
      app.state.securityLevels.patch(id, { memberIds: [...memberIds, app.state.appAccountId ?? ''] });
    const nobody = { workstreams: [], reviewers: [], stakeholders: [] };
    await saveReporting(app, { ...nobody, includedRestricted: ['PRJ-3'] });
    for (const { key } of app.state.issues.all())
      await callApp(app.host, page(app), registers.attach, { kind: 'risk', issueKey: key, values: VALUES });
    await app.until('2026-07-20T03:30:00Z');
    const heat = snapshots(app)[0]?.heat;
    expect(heat).toMatchObject({ placing: 'exposure', unplaced: 0, axes: { impact: 'Impact' } });
    expect(heat?.counts.map((row) => row.join(' '))).toEqual([
      '0 0 0 0 0',
      '0 0 0 0 0',
      '0 0 2 0 0',
      '0 0 0 0 0',
      '0 0 0 0 0',
    ]);
    expect(snapshots(app)[0]?.figures['total']).toBe(3);
  });

  it('it is compared with the week before: new, closed, moved and gone', async () => {
    const app = await appWith((build) => build.project());
    const [closed, moved, gone] = [await enter(app), await enter(app), await enter(app)];
    await app.until('2026-07-20T04:00:00Z');
    await move(app, closed.issueId, 1, 'closed');
    await move(app, moved.issueId, 1, 'assessed');
    app.state.issues.delete(gone.issueId);
    await enter(app);
    await app.until('2026-07-27T04:00:00Z');
    expect(snapshots(app).map(({ week, changes }) => [week, changes])).toEqual([
      ['2026-W30', null],
      ['2026-W31', { since: '2026-W30', added: 1, closed: 1, moved: 2, gone: 1 }],
    ]);
    expect(runs(app)).toHaveLength(2);
    // The closed one and the deleted one ask nothing any more.
    expect(obligations(app)).toHaveLength(2);
  });

  it('it costs a point a record and one a page', async () => {
    const app = await appWith((build) => build.project());
    for (let n = 0; n < 5; n += 1) await enter(app);
    await app.until('2026-07-20T04:00:00Z');
    expect(runs(app).map(({ state, note, points }) => [state, note, points])).toEqual([
      ['done', '5 records', 5 + 1],
    ]);
  });

  it('a run that comes twice changes nothing', async () => {
    const app = await appWith((build) => build.project(), { deliveries: 2 });
    await enter(app);
    await app.until('2026-07-20T04:00:00Z');
    expect(app.host.invocations.filter(({ moduleKey }) => moduleKey === 'registers')).toHaveLength(2);
    expect(snapshots(app)).toMatchObject([{ week: '2026-W30', figures: { total: 1 }, changes: null }]);
    expect(obligations(app)).toEqual(['risk:review 2026-08-03 member']);
  });

  it('nothing is read of a project that is switched off', async () => {
    const app = await appWith((build) => build.project(), { switchedOn: false });
    await enter(app);
    await app.until('2026-07-20T04:00:00Z');
    expect(runs(app)).toEqual([]);
  });
});

describe('in a site of many projects', () => {
  const keyOf = (n: number): string => `P${String(n).padStart(2, '0')}`;
  /** Sunday afternoon; all projects but the first keep UTC. */
  const SUNDAY = Date.UTC(2026, 6, 19, 15);

  async function site(projects: number): Promise<TestApp> {
    const app = await appWith(
      (build) => {
        for (let n = 0; n < projects; n += 1) build.project({ key: keyOf(n) });
      },
      { switchedOn: false, now: SUNDAY },
    );
    for (let n = 0; n < projects; n += 1)
      await switchOn(app, keyOf(n), n === 0 ? { zone: 'America/New_York' } : {});
    return app;
  }
  function enterIn(app: TestApp, key: string, kind: 'risk' | 'change') {
    const [project] = app.state.projects.where('key', key);
    const extension = { project: { id: project!.id, key, type: 'software' } };
    const module = { moduleKey: 'project-page', accountId: 'member', extension };
    const values = kind === 'risk' ? VALUES : CHANGE;
    return callApp(app.host, module, registers.create, { kind, summary: 'Key person', values });
  }
  async function inUse(projects = 5): Promise<TestApp> {
    const app = await site(projects);
    for (const key of ['P00', 'P02', 'P03', 'P04']) {
      await enterIn(app, key, 'risk');
      await enterIn(app, key, 'risk');
    }
    await enterIn(app, 'P03', 'change');
    return app;
  }
  const invoked = (app: TestApp) => app.host.invocations.filter(({ moduleKey }) => moduleKey === 'registers');
  const taken = (app: TestApp): string[] =>
    app.host
      .stored('register-snapshot')
      .map(({ value }) => value as { projectId: string; snapshot: Snapshot })
      .map(({ projectId, snapshot }) => {
        const { kind, week, figures } = snapshot;
        return `${app.state.projects.get(projectId)?.key} ${kind} ${week}: ${String(figures.total)}`;
      })
      .sort();
  const isSearch = ({ operation }: { operation: string }): boolean =>
    operation === 'searchAndReconsileIssuesUsingJqlPost';
  const isAtThree = ({ clock }: TestApp): boolean => {
    const minutes = (clock.now() - Date.UTC(2026, 6, 20, 3)) / 60_000;
    return minutes >= 0 && minutes < 4;
  };
  const ALL = [
    'P00 risk 2026-W30: 2',
    'P02 risk 2026-W30: 2',
    'P03 change 2026-W30: 1',
    'P03 risk 2026-W30: 2',
    'P04 risk 2026-W30: 2',
  ];

  it('nothing is asked of Jira while fifty projects use no register, and storage is read once for all', async () => {
    const app = await site(50);
    await app.until('2026-07-20T12:30:00Z');
    expect(invoked(app).map(({ points, calls }) => [points, calls])).toEqual([
      // The site's defaults, the registers in use, the record of the run, and whether it was given up before.
      [0, { kvs: 4 }],
      [0, { kvs: 4 }],
    ]);
    expect(taken(app)).toEqual([]);
  });

  it('one search finds the records of all registers of the projects whose week begins', async () => {
    const app = await inUse(50);
    await app.until('2026-07-20T12:30:00Z');
    expect(taken(app)).toEqual(ALL);
    // At three in UTC and at three in New York: a point a record, and one for the page.
    expect(invoked(app).map(({ points, calls: { jira } }) => [points, jira])).toEqual([
      [7 + 1, 1],
      [2 + 1, 1],
    ]);
  });

  it('a tick costs the same however many occurrences an earlier one has handed out', async () => {
    const app = await inUse();
    await app.until('2026-07-20T12:30:00Z');
    const ticks = app.host.invocations.filter(({ moduleKey }) => moduleKey === 'hourly');
    const kvs = (hour: number) =>
      ticks.find(({ startedAt }) => Math.floor(startedAt / HOUR) * HOUR === Date.UTC(2026, 6, 20, hour))
        ?.calls.kvs;
    expect(kvs(11)).toBe(kvs(1));
    expect(kvs(11)).toBeGreaterThan(0);
  });

  it('a run near a rate limit leaves the other projects to the next, which goes on where it stopped', async () => {
    const app = await inUse();
    app.faults.add({
      matches: (call) => isSearch(call) && isAtThree(app),
      effect: { type: 'headers', headers: { 'X-RateLimit-NearLimit': 'true' } },
    });
    await app.until('2026-07-20T03:04:00Z');
    expect(taken(app)).toEqual(['P02 risk 2026-W30: 2']);
    expect(runs(app)[0]?.note).toBe(
      '2 records; stopped because a rate limit is near, goes on in five minutes',
    );
    await app.until('2026-07-20T12:30:00Z');
    expect(taken(app)).toEqual(ALL);
    expect(invoked(app)[1]?.points).toBe(5 + 1);
  });

  it('a run that is refused for now comes again, and takes each snapshot once', async () => {
    const app = await inUse();
    app.faults.add({
      matches: (call) => isSearch(call) && isAtThree(app),
      effect: { type: 'status', status: 429, retryAfterSeconds: 240 },
    });
    await app.until('2026-07-20T03:02:00Z');
    expect([taken(app), runs(app).map(({ state }) => state)]).toEqual([[], ['queued']]);
    await app.until('2026-07-20T12:30:00Z');
    expect(taken(app)).toEqual(ALL);
  });

  it('one that is gone does not stop the others, and is named', async () => {
    const app = await inUse();
    const [gone] = app.state.projects.where('key', 'P02');
    app.state.projects.delete(gone!.id);
    await app.until('2026-07-20T12:30:00Z');
    expect(taken(app)).toEqual(ALL.filter((line) => !line.startsWith('P02')));
    expect(runs(app).map(({ note }) => note)).toEqual(
      expect.arrayContaining([expect.stringContaining(`project ${gone!.id} was left out`)]),
    );
  });
});
