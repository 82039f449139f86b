import { textOf } from '../../../src/domain/status/adf';
import { decision, risk } from '../../../src/domain/registers';
import { DEFAULT_REPORTING, type Reporting } from '../../../src/domain/reports';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { enterPlan, recordOf, riskValues } from '../../support/large-project';
import { onRegisters } from '../../support/registers';
import { type Builders, STATUS } from '../../support/site';
import { FRIDAY, nodesOf, publish, statusPage, tableUnder, wordsOf } from '../../support/status-page';

afterAppTests();

const DAY = 86_400_000;
const before = { created: FRIDAY - 30 * DAY };

/** A project that the test fills, with a space to report in, and its report. */
async function reportOn(
  fill: (build: Builders) => void,
  prepare: (app: TestApp) => Promise<unknown> = async () => undefined,
) {
  const app = await appWith(
    (build) => {
      build.project();
      fill(build);
      const space = build.space({ key: 'TEAM' });
      build.state.spaces.patch(space.id, { homepageId: build.page({ spaceId: space.id }).id });
    },
    { now: FRIDAY },
  );
  await prepare(app);
  await publish(app);
  return { app, page: statusPage(app) };
}
const report = (change: Partial<Reporting>) => (app: TestApp) =>
  app.host.invoke(app.screen('project-settings'), 'reporting.save', { ...DEFAULT_REPORTING, ...change });
const under = (page: Parameters<typeof nodesOf>[0], heading: string): string => {
  const words = wordsOf(page);
  const from = words.indexOf(heading) + 1;
  const next = nodesOf(page).findIndex(({ type }, n) => n >= from && type === 'heading');
  return words.slice(from, next < 0 ? undefined : next).join(' ');
};
const figure = (page: Parameters<typeof tableUnder>[0], title: string) =>
  tableUnder(page, 'Figures').find(([name]) => name === title)?.[1];

describe('issues with a security level', () => {
  const secret = (build: Builders) => {
    const level = build.securityLevel();
    const hidden = { ...before, securityLevelId: level.id, dueDate: '2026-07-20' };
    build.issue({ ...hidden, key: 'PRJ-7', summary: 'Sell the company' });
    build.issue({ ...hidden, key: 'PRJ-8', summary: 'Close the office' });
    build.issue({ ...before, dueDate: '2026-07-21', summary: 'Order chairs' });
  };

  /** The app and the admin are among those who may see them. */
  const letIn = async (app: TestApp) => {
    for (const { id } of app.state.securityLevels.all())
      app.state.securityLevels.patch(id, { memberIds: ['lead', app.state.appAccountId ?? ''] });
  };

  it('stay out of figures and lists', async () => {
    const { page } = await reportOn(secret, letIn);

    expect(wordsOf(page).join()).not.toMatch(/Sell the company|Close the office|PRJ-7|PRJ-8/);
    expect(figure(page, 'Overdue')).toBe('1');
  });

  it('are in where an admin has named them, those and no others', async () => {
    const { page } = await reportOn(secret, async (app) => {
      await letIn(app);
      await report({ includedRestricted: ['PRJ-7'] })(app);
    });

    expect(wordsOf(page).join()).toContain('Sell the company');
    expect(wordsOf(page).join()).not.toContain('Close the office');
    expect(figure(page, 'Overdue')).toBe('2');
  });

  it('stay out where one that was named is deleted since', async () => {
    const { page } = await reportOn(secret, async (app) => {
      await letIn(app);
      await report({ includedRestricted: ['PRJ-7'] })(app);
      const [named] = [...app.state.issues.all()].filter(({ key }) => key === 'PRJ-7');
      app.state.issues.delete(named!.id);
    });

    expect(wordsOf(page).join()).not.toContain('Close the office');
    expect(figure(page, 'Overdue')).toBe('1');
  });
});

describe('a page for those who may browse the project', () => {
  it('has figures and keys, and neither titles nor names', async () => {
    const { page } = await reportOn(
      (build) => {
        build.user({ accountId: 'ann', displayName: 'Ann Archer' });
        build.issue({ ...before, assigneeId: 'ann', dueDate: '2026-07-20', summary: 'Order chairs' });
        build.issue({ ...before, assigneeId: 'ann', dueDate: '2026-07-28', summary: 'Paint walls' });
        build.issue({
          summary: 'Flood in the cellar',
          properties: { 'docket.risk': recordOf(risk, 'assessed', riskValues(4, 4)) },
        });
      },
      report({ audience: 'project' }),
    );

    expect(JSON.stringify(page)).not.toMatch(/Ann Archer|Order chairs|Paint walls|Flood in the cellar/);
    expect(tableUnder(page, 'Overdue, by owner')[1]?.slice(0, 2)).toEqual(['See in Jira', '1']);
    expect(wordsOf(page).join()).toContain('Titles and owners are left out');
  });
});

describe('what the registers have to say', () => {
  const registers = (build: Builders) => {
    const put = (summary: string, properties: Record<string, unknown>) =>
      build.issue({ ...before, updated: FRIDAY - DAY, summary, properties });
    put('Which paint', {
      'docket.decision': recordOf(decision, 'open', { question: 'Which?', neededBy: '2026-07-22' }),
    });
    put('Which floor', {
      'docket.decision': recordOf(decision, 'open', { question: 'Which?', neededBy: '2026-12-01' }),
    });
    put('Open on Mondays', {
      'docket.decision': recordOf(decision, 'decided', { question: 'When?', decidedOn: '2026-07-23' }),
    });
    put('Closed on Sundays', {
      'docket.decision': recordOf(decision, 'decided', { question: 'When?', decidedOn: '2026-06-01' }),
    });
    put('Chance of sun', {
      'docket.risk': recordOf(risk, 'assessed', { ...riskValues(5, 5), nature: 'opportunity' }),
    });
    put('Chance of rain', { 'docket.risk': recordOf(risk, 'assessed', riskValues(2, 4)) });
    put('Broken', { 'docket.risk': { v: 2, state: 'assessed', score: 'high' } });
  };

  it('is what waits for a decision, what was decided in the week, and threats alone', async () => {
    // A change that waits for a vote is believed only where Docket has asked for it.
    const { page } = await reportOn(registers, async (app) => {
      const { change, move } = onRegisters(app);
      await move(await change(), 'underReview', 'change');
    });

    expect(
      tableUnder(page, 'Needs a decision')
        .slice(1)
        .map(([, ...cells]) => cells),
    ).toEqual([
      ['Move the cut-over', 'Approval (Under review)', 'waiting'],
      ['Which paint', 'Decision (Open)', '2026-07-22, overdue'],
    ]);
    expect(
      tableUnder(page, 'Decided')
        .slice(1)
        .map(([, ...cells]) => cells),
    ).toEqual([['Open on Mondays', 'Decision: Decided', '2026-07-23']]);
    expect(
      tableUnder(page, 'Top risks')
        .slice(1)
        .map(([, ...cells]) => cells.slice(0, 2)),
    ).toEqual([['Chance of rain', '8']]);
    expect(wordsOf(page).join()).toContain('1 record of registers could not be read.');
  });
});

describe('a report that lacks something says what', () => {
  const plan = (more: object) => (app: TestApp) => enterPlan(app, more);
  const calendar = (app: TestApp) => {
    const [row] = app.host.stored('project');
    expect(row).toBeDefined();
    return app.host.invoke(app.screen('project-settings'), 'settings.save', {
      enabled: true,
      sponsorId: null,
      holidays: ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24'],
      zone: 'UTC',
      report: { enabled: true, spaceKey: 'TEAM', parentPageId: null },
    });
  };
  const overdue = (build: Builders) => build.issue({ ...before, dueDate: '2026-07-20' });

  it.each<
    [string, (build: Builders) => unknown, ((app: TestApp) => Promise<unknown>) | undefined, string, string]
  >([
    ['no plan', () => 0, undefined, 'Budget and earned value', 'Not computable: the project has no plan.'],
    [
      'no budget',
      (build) => build.issue(),
      plan({ budget: [] }),
      'Budget and earned value',
      'not computable: The plan has no budget.',
    ],
    [
      'a plan for admins only',
      () => 0,
      plan({ audience: 'admins' }),
      'Budget and earned value',
      'shown to project admins only',
    ],
    [
      'no cost yet',
      (build) => build.issue(),
      plan({ costs: [] }),
      'Budget and earned value',
      'not computable: No cost has been recorded yet (AC is 0).',
    ],
    [
      'no work in it',
      () => 0,
      plan({}),
      'Budget and earned value',
      'not computable: The project has no work to measure.',
    ],
    [
      'a milestone without a date',
      (build) => build.version({ name: 'Gamma' }),
      undefined,
      'Milestones',
      'No version of the project is a dated milestone. Without a release date: Gamma.',
    ],
    ['no milestone', () => 0, undefined, 'Milestones', 'No version of the project is a dated milestone.'],
    ['nothing overdue', () => 0, undefined, 'Overdue, by owner', 'Nothing is overdue.'],
    [
      'nothing with a date',
      (build) => build.issue(before),
      undefined,
      'Overall status',
      'Overdue work is not computable: no open item has a due date.',
    ],
    ['no risk', () => 0, undefined, 'Top risks', 'The risk register has no open risk.'],
    [
      'no earlier report',
      overdue,
      undefined,
      'Figures',
      'not computable: no earlier report ends before this period.',
    ],
    [
      'a week without working days',
      overdue,
      calendar,
      'Overdue, by owner',
      'By working days: up to 5: 1; 6 to 20: 0; more than 20: 0.',
    ],
    ['nothing asked of anybody', () => 0, undefined, 'Needs a decision', 'no register has anything due'],
    [
      'work done before it was begun',
      (build) =>
        build.issue({
          created: FRIDAY,
          resolved: FRIDAY - 60 * DAY,
          statusId: STATUS.done,
          dueDate: '2026-01-01',
        }),
      undefined,
      'Figures',
      'Due this week and done in time0',
    ],
  ])('%s', async (_what, fill, prepare, heading, words) => {
    const { page } = await reportOn((build) => void fill(build), prepare);

    expect(under(page, heading)).toContain(words);
    expect(nodesOf(page).map(textOf).join()).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
