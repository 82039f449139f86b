import { callApp } from '../../sandbox/cli/app-call';
import { choices, panel, settings } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import type { OwedView } from '../../src/contract/choices';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { STATUS } from '../support/builders';
import { onRegisters, RISK } from '../support/registers';

afterAppTests();

const placeOf = (app: TestApp, accountId = 'member', key = 'PRJ-1') => {
  const issue = [...app.state.issues.all()].find((row) => row.key === key);
  if (!issue) throw new Error(`The test built no ${key}.`);
  return app.screen('issue-panel', accountId, { issue: { id: issue.id, key } });
};
const read = (app: TestApp, accountId?: string, key?: string) =>
  callApp(app.host, placeOf(app, accountId, key), panel.read, {});
const owedIn = async (app: TestApp, key?: string): Promise<readonly OwedView[]> => {
  const { followUp } = await read(app, 'member', key);
  if (followUp.is !== 'on') throw new Error(`The follow-up is ${followUp.is}.`);
  return followUp.owed;
};
const ladder = (one: OwedView | undefined) =>
  one?.steps.map(({ day, stage, state, recipient }) => `${day} ${stage} ${state} ${recipient}`);

const save = (app: TestApp, more: object) =>
  callApp(app.host, app.screen('project-settings'), settings.save, {
    enabled: true,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
    ...more,
  });

describe('the panel of an issue', () => {
  it('shows each step of the ladder: sent, to come, to whom; and what was sent is what it says', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21' }));
    await app.until('2026-07-22T10:00:00Z');
    const { messages, names } = await read(app);
    expect(messages.map(({ stage }) => stage)).toEqual(['overdue(1)', 'due-today', 'upcoming(1)']);
    expect(names).toMatchObject({ member: 'member', lead: 'lead' });
    const [one] = await owedIn(app);
    expect(one).toMatchObject({
      rule: null,
      owners: ['member'],
      standing: { kind: 'overdue', days: 1 },
      attention: 'open',
    });
    expect(ladder(one)?.slice(0, 6)).toEqual([
      '2026-07-16 upcoming(3) passed member',
      '2026-07-20 upcoming(1) sent member',
      '2026-07-21 due-today sent member',
      '2026-07-22 overdue(1) sent member',
      '2026-07-24 overdue(3) coming member',
      '2026-07-24 escalated(1) coming lead',
    ]);
    const coming = one?.steps.filter(({ state }) => state === 'coming') ?? [];
    await app.until('2026-07-25T00:00:00Z');
    expect(app.told().slice(-2)).toEqual(
      coming.slice(0, 2).map(({ stage, recipient, local }) => `${stage} PRJ-1 ${recipient} ${local}`),
    );
  });

  it('shows what a snooze holds back, and that the chain goes on', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21' }));
    const { followUp } = await callApp(app.host, placeOf(app), choices.snooze, { until: '2026-07-28' });
    const [one] = followUp.is === 'on' ? followUp.owed : [];
    expect(ladder(one)?.slice(1, 7)).toEqual([
      '2026-07-20 upcoming(1) snoozed member',
      '2026-07-21 due-today snoozed member',
      '2026-07-22 overdue(1) snoozed member',
      '2026-07-24 overdue(3) snoozed member',
      '2026-07-24 escalated(1) coming lead',
      '2026-07-28 overdue(5) coming member',
    ]);
  });

  it('shows what records on the issue ask, each owner once', async () => {
    const app = await appWith((build) => build.project());
    const risk = await onRegisters(app).risk({ ...RISK, reviewDate: '2026-07-22' });
    const asked = (await owedIn(app, risk.issueKey)).filter(({ rule }) => rule?.startsWith('Review'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ dueDate: '2026-07-22', standing: { kind: 'upcoming', days: 2 } });
    const keys = asked[0]?.steps.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reaches beyond what is planned: a date far ahead has its steps with their days', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2027-01-15' }));
    const [one] = await owedIn(app);
    expect(one?.steps[0]).toMatchObject({
      day: '2027-01-12',
      stage: 'upcoming(3)',
      state: 'coming',
      recipient: 'member',
      local: null,
    });
  });

  it.each([
    ['undated', {}, { dueDate: null }],
    ['done', {}, { dueDate: '2026-07-21', statusId: STATUS.done }],
    ['backlog', {}, { dueDate: '2026-06-22', created: Date.UTC(2026, 5, 1) }],
    ['uncounted', { actionQuery: 'labels = action' }, { dueDate: '2026-07-21' }],
    ['open', { actionQuery: 'labels = action' }, { dueDate: '2026-07-21', labels: ['action'] }],
    ['quiet', { policy: { ...DEFAULT_POLICY_SHAPE, quietStatuses: ['To Do'] } }, { dueDate: '2026-07-21' }],
  ])('says that an issue is %s', async (attention, config, issue) => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', ...issue }), {
      switchedOn: false,
    });
    await save(app, config);
    const [one] = await owedIn(app);
    expect(one).toMatchObject({ attention });
    expect((one?.steps.length ?? 0) > 0).toBe(attention === 'open');
  });

  it('names nobody as owner where there is none, and the lead as who is told', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: null, dueDate: '2026-07-21' }));
    const [one] = await owedIn(app);
    expect(one).toMatchObject({ owners: [], ownerGone: false });
    expect(ladder(one)?.slice(1, 3)).toEqual([
      '2026-07-20 upcoming(1) coming lead',
      '2026-07-21 due-today coming lead',
    ]);
  });

  it('still shows the registers and what was sent where Docket is switched off', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21' }));
    await app.hours(12);
    await save(app, { enabled: false });
    const { followUp, others, messages } = await read(app);
    expect(followUp).toEqual({ is: 'off' });
    expect(others.length).toBeGreaterThan(0);
    expect(messages).toHaveLength(1);
  });

  it('asks Jira about the issue once, about its records once, and about rights once: ten points', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21' }));
    await app.hours(12);
    const from = app.exchanges.length;
    await read(app);
    const calls = app.exchanges.slice(from).filter(({ viaApp }) => viaApp);
    expect(calls.map(({ operation }) => operation).sort()).toEqual([
      // The issue, its records, what the project lead may see, and what the person may do.
      ...['bulkFetchIssues', 'getBulkPermissions', 'getIssue', 'getMyPermissions'],
    ]);
    expect(calls.reduce((sum, { points }) => sum + points, 0)).toBe(10);
  });
});
