import { callApp } from '../../../sandbox/cli/app-call';
import { choices, commitments } from '../../../src/contract';
import { afterAppTests, type TestApp } from '../../support/app';
import { CHANGE, onRegisters, RISK } from '../../support/registers';
import { due, meeting, tasksApp } from '../../support/tasks';

afterAppTests();

const list = (app: TestApp, accountId = 'lead', cursor: string | null = null) =>
  callApp(app.host, app.screen('project-page', accountId), commitments.list, { cursor });

/** A project with something of each source, on its Monday morning. */
async function project(): Promise<TestApp> {
  const app = await tasksApp((build) => {
    const [own] = [...build.state.projects.all()];
    build.user({ accountId: 'viewer' });
    if (own)
      build.state.projects.patch(own.id, { everyone: 'viewer', roles: { ...own.roles, member: 'member' } });
    build.issue({ summary: 'Order pumps', assigneeId: 'member', dueDate: '2026-07-15' });
    build.issue({ summary: 'Call the bank', dueDate: '2026-07-28' });
    build.issue({ summary: 'Some day', assigneeId: 'member' });
    meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-21') }]);
  });
  const { risk, change, move } = onRegisters(app);
  await risk({ ...RISK, reviewDate: '2026-07-20' });
  await move(await change(CHANGE), 'underReview', 'change');
  await app.until('2026-07-20T09:30:00Z');
  return app;
}

describe('the list of commitments', () => {
  it('holds what issues, tasks and registers ask, with stage, last and next message', async () => {
    const app = await project();
    const { rows, names, next, total, enabled } = await list(app);
    expect({ enabled, next, total }).toEqual({ enabled: true, next: null, total: 2 });
    expect(
      rows.map(({ source, item, owner, dueDate, stage, daysLate, daysLeft, attention }) => [
        source,
        item,
        owner,
        dueDate,
        `${stage} ${daysLate} ${daysLeft}`,
        attention?.severity ?? null,
      ]),
    ).toEqual([
      ['record', 'PRJ-4', 'member', '2026-07-20', 'due-today 0 0', 'watch'],
      ['record', 'PRJ-5', 'lead', '2026-07-23', 'upcoming 0 3', 'watch'],
      ['task', 'Minutes', 'member', '2026-07-21', 'upcoming 0 1', 'watch'],
      ['issue', 'PRJ-1', 'member', '2026-07-15', 'escalated 3 0', 'serious'],
      ['issue', 'PRJ-2', null, '2026-07-28', 'upcoming 0 6', 'watch'],
    ]);
    const late = rows.find(({ item }) => item === 'PRJ-1');
    expect(late).toMatchObject({
      level: 1,
      lastMessage: { recipient: 'member', stage: 'overdue(3)', state: 'sent' },
      nextMessage: { recipient: 'member', stage: 'overdue(5)', local: '2026-07-22T09:00' },
      // The next level is the sponsor's, and the project has none.
      attention: {
        why: '3 working days late, at level 1 of its escalation chain. The owner was told today.',
        action: 'open',
      },
      actions: ['remind', 'snooze', 'reassign', 'open'],
    });
    expect(rows.find(({ item }) => item === 'PRJ-5')).toMatchObject({
      record: { kind: 'change', issueKey: 'PRJ-5' },
      attention: { action: 'decide' },
    });
    expect(names).toMatchObject({ member: 'member', lead: 'lead' });
  });

  it('says until when an item is snoozed, and by which date it is promised', async () => {
    const app = await project();
    const [issue] = [...app.state.issues.all()];
    const panel = app.screen('issue-panel', 'member', { issue: { id: issue?.id, key: 'PRJ-1' } });
    await callApp(app.host, panel, choices.snooze, { until: '2026-07-27' });
    await callApp(app.host, panel, choices.promise, { date: '2026-07-22' });
    const { rows } = await list(app);
    expect(rows.find(({ item }) => item === 'PRJ-1')).toMatchObject({
      dueDate: '2026-07-22',
      firstDate: '2026-07-15',
      snoozedUntil: '2026-07-27',
      held: 'snoozed',
      attention: null,
      nextMessage: { stage: 'overdue(3)', recipient: 'member', local: '2026-07-27T09:00' },
    });
  });

  it('shows nobody what the products hide from them, and gives nobody buttons that they may not use', async () => {
    const app = await project();
    const [page] = [...app.state.pages.all()];
    if (page) app.state.pages.patch(page.id, { readers: ['member', app.state.appAccountId ?? ''] });
    const seen = await list(app, 'viewer');
    expect(seen.rows.map(({ item }) => item)).not.toContain('Minutes');
    expect(seen.rows.find(({ item }) => item === 'PRJ-1')?.actions).toEqual(['open']);
    const own = await list(app, 'member');
    expect(own.rows.map(({ item }) => item)).toContain('Minutes');
  });

  it('comes page by page to its end, each item once', async () => {
    const app = await tasksApp((build) => {
      for (let n = 0; n < 230; n += 1) build.issue({ assigneeId: 'member', dueDate: '2026-08-20' });
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-21') }]);
    });
    const sizes: number[] = [];
    const ids = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(app, 'lead', cursor);
      sizes.push(page.rows.length);
      for (const { id } of page.rows) ids.add(id);
      cursor = page.next;
    } while (cursor !== null);
    expect({ sizes, ids: ids.size }).toEqual({ sizes: [101, 100, 30], ids: 231 });
  });

  it('refuses a cursor that is none', async () => {
    const app = await project();
    const answer = await app.host.invoke(app.screen('project-page'), 'commitments.list', { cursor: 'x' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'BAD_INPUT' } });
  });
});
