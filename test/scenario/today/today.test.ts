import { callApp } from '../../../sandbox/cli/app-call';
import { today } from '../../../src/contract';
import type { TodayView } from '../../../src/contract/today';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { onRegisters, rest, RISK } from '../../support/registers';
import { due, meeting, tasksApp } from '../../support/tasks';

afterAppTests();

/** Fifty issues each of four ranges of dates, six counts, and the questions who looks and what they may do. */
const MOST_POINTS = 220;

const read = (app: TestApp, accountId = 'lead') =>
  callApp(app.host, app.screen('project-page', accountId), today.read, {});

/** `severity count`, and under each its rows and notices. */
const lines = ({ groups }: TodayView) =>
  groups.map(({ severity, count, exact, rows, notices }) => [
    `${severity} ${count}${exact ? '' : ' or so'}`,
    ...rows.map(({ item, attention }) => `${item}: ${attention?.why} ${attention?.action}`),
    ...notices.map(({ item, why }) => `${item}: ${why}`),
  ]);

describe('today', () => {
  it('groups what needs attention by severity, each with its reason and one thing to do', async () => {
    const app = await tasksApp((build) => {
      build.issue({ assigneeId: 'member', dueDate: '2026-07-13' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-17' });
      build.issue({ assigneeId: 'member', dueDate: '2026-07-22' });
      build.issue({ dueDate: '2026-09-01' });
      build.issue({ assigneeId: 'member', dueDate: '2026-09-01' });
      build.issue({ assigneeId: 'member', dueDate: '2026-01-05' });
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-21') }]);
    });
    const { risk, change, move } = onRegisters(app);
    await risk({ ...RISK, reviewDate: '2026-07-17' });
    await move(await change(), 'underReview', 'change');
    await app.until('2026-07-24T10:00:00Z');
    const seen = await read(app);
    expect(lines(seen)).toEqual([
      [
        'critical 2',
        'PRJ-1: 9 working days late, past the last level of its escalation chain. The owner was told today. escalate',
        'PRJ-8: Approval, CR-1: 1 working day late, and the request waits for it. The owner was told today. decide',
      ],
      [
        'serious 3',
        'PRJ-2: 5 working days late, at level 1 of its escalation chain. The owner was told today. open',
        'Minutes: 3 working days late, at level 1 of its escalation chain. The owner was told today. open',
        'PRJ-3: 2 working days late. remind',
      ],
      [
        'watch 2',
        'PRJ-7: Review, R-1: 5 working days late, at level 1 of its escalation chain. The owner was told today. open',
        'PRJ-4: Due in 27 working days. Nobody owns it. reassign',
      ],
    ]);
    expect(seen).toMatchObject({
      enabled: true,
      backlog: 1,
      snoozed: 0,
      computedAt: '2026-07-24T10:00:00.000Z',
    });
  });

  it('tells what reached nobody, what nobody can read, and what Docket does not see', async () => {
    const app = await tasksApp((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' }), {
      spaceKeys: ['TEAM', 'GONE'],
    });
    const { risk } = onRegisters(app);
    const { issueId } = await risk();
    app.faults.add({
      matches: ({ operation }) => operation === 'addComment',
      effect: { type: 'status', status: 403 },
    });
    await app.until('2026-07-20T12:00:00Z');
    await rest(app, 'PUT', `/rest/api/3/issue/${issueId}/properties/docket.risk`, { nonsense: true });
    await app.until('2026-07-27T12:00:00Z');
    const told = lines(await read(app))
      .flat()
      .join('\n');
    expect(told).toContain('1 record of the register could not be read');
    expect(told).toContain('Docket cannot see the space GONE');
    expect(told).toContain('PRJ-1: ');
  });

  it('reads no more of a large project than it shows, and counts the rest', async () => {
    const app = await appWith((build) => {
      for (let n = 0; n < 400; n += 1) {
        build.issue({ assigneeId: 'member', dueDate: '2026-07-17' });
        build.issue({ assigneeId: 'member', dueDate: '2026-07-21' });
      }
    });
    const before = app.exchanges.length;
    const seen = await read(app);
    expect(seen.groups.map(({ count, exact, rows }) => [count, exact, rows.length])).toEqual([
      [0, true, 0],
      [400, false, 20],
      [400, false, 20],
    ]);
    const points = app.exchanges.slice(before).reduce((sum, exchange) => sum + exchange.points, 0);
    expect(points).toBeLessThanOrEqual(MOST_POINTS);
  });

  it('where Docket is switched off, says whom to ask', async () => {
    const app = await appWith((build) => build.project(), { switchedOn: false });
    const off = { enabled: false, groups: [], lead: 'lead', names: { lead: 'lead' } };
    expect(await read(app, 'member')).toMatchObject({ ...off, administers: false });
    expect(await read(app, 'lead')).toMatchObject({ ...off, administers: true });
  });

  it('has nothing to say of a project in which all is well', async () => {
    const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-09-01' }));
    const { groups, unseen } = await read(app);
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
      ['critical', 0],
      ['serious', 0],
      ['watch', 0],
    ]);
    expect(unseen).toEqual([]);
  });
});
