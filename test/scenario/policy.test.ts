import { DEFAULT_POLICY_SHAPE, type PolicyShape } from '../../src/contract/policy';
import { DEFAULT_POLICY_CONFIG } from '../../src/usecases/policy-of';
import { afterAppTests, appWith, HOUR, MONDAY, type TestApp } from '../support/app';
import { doc, PRIORITY, STATUS } from '../support/site';

afterAppTests();

const save = (app: TestApp, policy: Partial<PolicyShape>, more: object = {}) =>
  app.host.invoke(app.screen('project-settings'), 'settings.save', {
    enabled: true,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
    policy: { ...DEFAULT_POLICY_SHAPE, ...policy },
    ...more,
  });

const SILENT = { leadDays: [], overdue: null, escalations: [] };
const OLD = MONDAY - 90 * 24 * HOUR;

async function withPolicy(
  fill: Parameters<typeof appWith>[0],
  policy: Partial<PolicyShape>,
  more: object = {},
): Promise<TestApp> {
  const app = await appWith(fill, { switchedOn: false });
  expect(await save(app, policy, more)).toMatchObject({ ok: true });
  return app;
}

const lastLine = (app: TestApp): string => {
  const comment = [...app.state.comments.all()].at(-1);
  return JSON.stringify((comment?.body as { content: unknown[] } | undefined)?.content.at(-1));
};

describe('the contract', () => {
  it('starts a project with the policy of the rules themselves', () => {
    expect(DEFAULT_POLICY_SHAPE).toEqual(DEFAULT_POLICY_CONFIG);
  });
});

describe('a chain of four levels', () => {
  it('tells lead, stand-in, a named person and the sponsor, each on their day and clock', async () => {
    const app = await withPolicy(
      (build) => {
        build.user({ accountId: 'named', timeZone: 'Asia/Kolkata' });
        build.user({ accountId: 'deputy', timeZone: 'America/New_York' });
        build.user({ accountId: 'sponsor', timeZone: 'Europe/Berlin' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      },
      {
        ladder: {
          leadDays: [],
          overdue: null,
          escalations: [
            { day: 1, to: { kind: 'lead' } },
            { day: 2, to: { kind: 'stand-in' } },
            { day: 3, to: { kind: 'person', accountId: 'named' } },
            { day: 4, to: { kind: 'sponsor' } },
          ],
        },
        standIns: { member: 'deputy' },
      },
      { sponsorId: 'sponsor' },
    );
    await app.hours(24 * 8);
    expect(app.told()).toEqual([
      'due-today PRJ-1 member 2026-07-20T09:00',
      'escalated(1) PRJ-1 lead 2026-07-21T09:00',
      'escalated(2) PRJ-1 deputy 2026-07-22T09:00',
      'escalated(3) PRJ-1 named 2026-07-23T09:30',
      'escalated(4) PRJ-1 sponsor 2026-07-24T09:00',
    ]);
  });

  it('falls to the lead where the owner has no stand-in, or the named person has gone inactive', async () => {
    const app = await withPolicy(
      (build) => {
        build.user({ accountId: 'named' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
      },
      {
        ladder: {
          ...SILENT,
          escalations: [
            { day: 1, to: { kind: 'stand-in' } },
            { day: 8, to: { kind: 'person', accountId: 'named' } },
          ],
        },
      },
    );
    app.state.users.patch('named', { active: false });
    await app.hours(24 * 12);
    expect(app.told().slice(1)).toEqual([
      'escalated(1) PRJ-1 lead 2026-07-21T09:00',
      'escalated(2) PRJ-1 lead 2026-07-30T09:00',
    ]);
  });
});

describe('the rules of a project', () => {
  it('give items of a priority or with a label a ladder of their own', async () => {
    const app = await withPolicy(
      (build) => {
        build.issue({ assigneeId: 'member', dueDate: '2026-07-22' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-22', priorityId: PRIORITY.highest });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-22', labels: ['vip'] });
      },
      {
        ladder: SILENT,
        special: [
          {
            name: 'Urgent',
            priorities: ['highest'],
            labels: ['vip'],
            ladder: { ...SILENT, leadDays: [2] },
          },
        ],
      },
    );
    await app.hours(24);
    expect(app.told().sort()).toEqual([
      'upcoming(2) PRJ-2 member 2026-07-20T09:00',
      'upcoming(2) PRJ-3 member 2026-07-20T09:00',
    ]);
  });

  it('leave items in a quiet status alone, until they leave it', async () => {
    const app = await withPolicy(
      (build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21', statusId: STATUS.doing }),
      { quietStatuses: ['in progress'] },
    );
    await app.hours(24);
    expect(app.told()).toEqual([]);
    app.state.issues.patch([...app.state.issues.all()][0]!.id, { statusId: STATUS.todo });
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-21T09:00']);
  });

  it('deliver at half past seven, on a week from Sunday to Thursday', async () => {
    const app = await withPolicy(
      (build) => {
        build.user({ accountId: 'tehran', timeZone: 'Asia/Tehran' });
        build.issue({ assigneeId: 'tehran', dueDate: '2026-07-24' });
      },
      {
        deliveryTime: '07:30',
        weekdays: [7, 1, 2, 3, 4],
        ladder: { ...SILENT, overdue: { first: 1, every: 1, last: 2 } },
      },
    );
    await app.hours(24 * 10);
    expect(app.told()).toEqual([
      'due-today PRJ-1 tehran 2026-07-23T07:30',
      'overdue(1) PRJ-1 tehran 2026-07-26T07:30',
      'overdue(2) PRJ-1 tehran 2026-07-27T07:30',
    ]);
  });

  it('take the public holidays of a region out of the working days, and say so', async () => {
    const app = await withPolicy((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-21' }), {
      holidayCountry: 'BE',
    });
    await app.hours(24 * 2);
    // Belgium's national day is 21 July: the day before it is the last one to do it.
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
    const read = await app.host.invoke(app.screen('project-settings'), 'settings.read', {});
    expect(read).toMatchObject({
      value: { policy: expect.arrayContaining(['Public holidays of BE are days off.']) },
    });
  });

  it('never send again what was sent when they change', async () => {
    const app = await withPolicy((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {});
    await app.hours(10);
    expect(await save(app, { deliveryTime: '12:00', quietStatuses: ['Paused'] })).toMatchObject({ ok: true });
    await app.hours(14);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it('end each message with one line that says why it came and how to change that', async () => {
    const app = await withPolicy((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {});
    await app.hours(24);
    expect(app.told()).toHaveLength(1);
    expect(lastLine(app)).toContain('Rule: remind the owner on the due date');
    expect(lastLine(app)).toContain('To change this:');
  });
});

describe('settings that cannot be', () => {
  const level = (day: number) => ({ day, to: { kind: 'lead' as const } });
  it.each<[string, object, string, string]>([
    [
      'levels out of order',
      { ladder: { ...SILENT, escalations: [level(5), level(5)] } },
      'policy.ladder.escalations.1',
      'Level 2 must come after level 1',
    ],
    [
      'a last reminder before the first',
      { ladder: { ...SILENT, overdue: { first: 5, every: 1, last: 3 } } },
      'policy.ladder.overdue',
      'comes before the first',
    ],
    ['a day twice', { ladder: { ...SILENT, leadDays: [2, 2] } }, 'policy.ladder.leadDays', 'twice'],
    [
      'a ladder for nothing',
      { special: [{ name: 'X', priorities: [], labels: [], ladder: SILENT }] },
      'policy.special.0',
      'is for no item',
    ],
    [
      'one who covers for themselves',
      { standIns: { member: 'member' } },
      'policy.standIns',
      'stand in for themselves',
    ],
    ['a delivery when the day is over', { deliveryTime: '23:30' }, 'policy.deliveryTime', '22:00 or earlier'],
    ['no such time', { deliveryTime: '24:00' }, 'policy.deliveryTime', 'HH:MM'],
    ['no working day', { weekdays: [] }, 'policy.weekdays', 'at least one working day'],
    ['an unknown country', { holidayCountry: 'ZZ' }, 'policy.holidayCountry', 'no public holidays of "ZZ"'],
    ['an unknown region', { holidayCountry: 'DE-ZZ' }, 'policy.holidayCountry', 'DE-ZZ'],
    ['somebody who does not exist', { standIns: { member: 'ghost' } }, 'policy', 'not on this site'],
    ['somebody who has left', { standIns: { member: 'gone' } }, 'policy', 'gone'],
  ])('are refused by field: %s', async (_case, policy, field, words) => {
    const app = await appWith(
      (build) => {
        build.user({ accountId: 'gone', active: false });
        build.project();
      },
      { switchedOn: false },
    );
    expect(await save(app, policy)).toMatchObject({
      ok: false,
      problem: { code: 'BAD_INPUT', fields: { [field]: expect.stringContaining(words) } },
    });
    expect(app.host.stored('project')).toEqual([]);
  });

  it.each([
    ['invalid', 'labels = = x'],
    ['unbalanced', 'labels = x) OR (project = OTH'],
    ['with an open quotation mark', 'summary ~ "x'],
    ['that sorts', 'labels = x ORDER BY created'],
    ['about a field that is not there', 'nosuchfield = 1'],
  ])('are refused by field: a query %s', async (_case, actionQuery) => {
    const app = await appWith((build) => build.project(), { switchedOn: false });
    expect(await save(app, {}, { actionQuery })).toMatchObject({
      ok: false,
      problem: { fields: { actionQuery: expect.stringMatching(/^(Jira does not|The query has)/) } },
    });
  });
});

describe('the action query', () => {
  it('narrows what is followed up, and cannot reach another project', async () => {
    const app = await withPolicy(
      (build) => {
        build.issue({ assigneeId: 'member', dueDate: '2026-07-20', labels: ['action'] });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });
        const other = build.project({ key: 'OTH' });
        build.issue({ projectId: other.id, assigneeId: 'member', dueDate: '2026-07-20', labels: ['action'] });
      },
      {},
      { actionQuery: 'labels = action OR project = OTH' },
    );
    await app.hours(24);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
  });

  it('is obeyed by the list of what is not chased', async () => {
    const app = await withPolicy(
      (build) => {
        build.issue({ assigneeId: 'member', dueDate: '2026-06-01', labels: ['action'], created: OLD });
        build.issue({
          assigneeId: 'member',
          dueDate: '2026-06-01',
          description: doc('Not one'),
          created: OLD,
        });
      },
      {},
      { actionQuery: 'labels = action' },
    );
    await app.hours(24);
    expect(app.told()).toEqual([]);
    const backlog = await app.host.invoke(app.screen('project-page'), 'messages.backlog', {});
    expect(backlog).toMatchObject({ ok: true, value: { items: [{ issueKey: 'PRJ-1' }] } });
  });
});

describe('people who no longer exist', () => {
  it('are replaced by the lead, in the chain and as owners', async () => {
    const app = await withPolicy(
      (build) => {
        build.user({ accountId: 'named' });
        build.user({ accountId: 'leaver' });
        build.issue({ assigneeId: 'leaver', dueDate: '2026-07-20' });
      },
      { ladder: { ...SILENT, escalations: [{ day: 1, to: { kind: 'person', accountId: 'named' } }] } },
    );
    app.state.users.delete('named');
    app.state.users.patch('leaver', { active: false });
    await app.hours(24 * 2);
    expect(app.told()).toEqual([
      'due-today PRJ-1 lead 2026-07-20T09:00',
      'escalated(1) PRJ-1 lead 2026-07-21T09:00',
    ]);
  });
});

describe('an owner who moves', () => {
  it.each([
    ['east', 'Europe/Berlin', 'Asia/Kolkata'],
    ['west', 'Asia/Kolkata', 'America/Los_Angeles'],
  ])('%s in mid-ladder is told each rung once', async (_way, from, to) => {
    const app = await withPolicy(
      (build) => {
        build.user({ accountId: 'mover', timeZone: from });
        build.issue({ assigneeId: 'mover', dueDate: '2026-07-22' });
      },
      { ladder: { leadDays: [2, 1], overdue: { first: 1, every: 1, last: 2 }, escalations: [] } },
    );
    await app.until('2026-07-21T01:00:00Z');
    app.state.users.patch('mover', { timeZone: to });
    await app.hours(24 * 5);
    expect(app.told().map((line) => line.split(' ')[0])).toEqual([
      'upcoming(2)',
      'upcoming(1)',
      'due-today',
      'overdue(1)',
      'overdue(2)',
    ]);
  });
});
