import { registers } from '../../src/contract';
import { callApp } from '../../sandbox/cli/app-call';
import { afterAppTests, appWith, type TestApp } from '../support/app';

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
    const kinds = new Set(app.host.stored('register-snapshot').map(({ key }) => key.split(':')[1]));
    expect(runs(app).map(({ state, note, points }) => [state, note, points])).toEqual([
      ['done', '5 records', 5 + kinds.size],
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
