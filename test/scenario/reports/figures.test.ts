import type { Page } from '../../../sandbox/site/entities';
import { decision } from '../../../src/domain/registers';
import { textOf, type AdfNode } from '../../../src/domain/status/adf';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { enterPlan, fillLargeProject, recordOf } from '../../support/large-project';
import { under } from '../../support/reports';
import { RESOLUTION, STATUS } from '../../support/site';
import {
  FRIDAY,
  nodesOf,
  propertyOf,
  publish,
  statusPage,
  statusPages,
  tableUnder,
  wordsOf,
} from '../../support/status-page';

afterAppTests();

const DAY = 86_400_000;

/** Everything on the page that leads to a query: its words and the query. */
function proofsOf(page: Page): { words: string; jql: string }[] {
  const visit = (node: AdfNode): { words: string; jql: string }[] => [
    ...(node.content ?? []).flatMap(visit),
    ...(node.marks ?? []).flatMap(({ type, attrs }) => {
      const href = type === 'link' ? String((attrs as { href?: unknown }).href) : '';
      const jql = href.includes('/issues/?jql=') ? new URL(href).searchParams.get('jql') : null;
      return jql === null ? [] : [{ words: textOf(node), jql }];
    }),
  ];
  return nodesOf(page).flatMap(visit);
}

/** How many issues a query finds for the lead, who opens the link. */
async function follow(app: TestApp, jql: string): Promise<number> {
  const request = new Request(`${app.state.baseUrl}/rest/api/3/search/approximate-count`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jql }),
  });
  const answer = await app.site.fetch(request, { user: app.state.users.get('lead')!, scopes: null });
  return ((await answer.json()) as { count: number }).count;
}

/** The number that a link shows; null where it shows words. */
const numberIn = (words: string): number | null => {
  const [, digits] = /^(?:All )?(\d+)\b/.exec(words) ?? [];
  return digits === undefined ? null : Number(digits);
};

const figure = (page: Page, title: string): string =>
  tableUnder(page, 'Figures').find(([name]) => name === title)?.[1] ?? '';

/** What Jira charged Docket's own account for what `make` did, and how often that wrote a page. */
async function costOf(
  app: TestApp,
  make: () => Promise<unknown>,
): Promise<{ points: number; writes: number }> {
  const at = app.exchanges.length;
  await make();
  const made = app.exchanges.slice(at).filter(({ accountId }) => accountId === app.state.appAccountId);
  const jira = made.filter(({ url }) => url.includes('/rest/api/3/'));
  const pages = made.filter(({ url }) => url.includes('/wiki/api/v2/pages') && !url.includes('properties'));
  return {
    points: jira.reduce((sum, { points }) => sum + points, 0),
    writes: pages.filter(({ method }) => method !== 'GET').length,
  };
}

/** The second of two reports on a project with more of everything than a page can list. */
async function secondReport() {
  const app = await appWith(fillLargeProject, { now: FRIDAY });
  await enterPlan(app);
  const costs = [await costOf(app, () => publish(app))];
  await app.clock.advanceTo(FRIDAY + DAY);
  const [moved, held] = [...app.state.issues.all()].filter(({ dueDate }) => dueDate === '2026-07-27');
  app.state.issues.patch(moved!.id, { dueDate: '2026-08-20' });
  const resolved = { statusId: STATUS.done, resolutionId: RESOLUTION.done, resolved: FRIDAY + 2 * DAY };
  app.state.issues.patch(held!.id, resolved);
  const old = [...app.state.issues.all()].filter(({ created }) => created < FRIDAY - 10 * DAY);
  for (const { id } of old.slice(-2)) app.state.issues.delete(id);
  const recently = { created: FRIDAY + 3 * DAY, updated: FRIDAY + 3 * DAY };
  for (let n = 0; n < 12; n += 1) app.build.issue({ ...recently, dueDate: '2026-08-05' });
  const decided = recordOf(decision, 'decided', { question: 'Which?', decidedOn: '2026-07-28' });
  for (let n = 0; n < 5; n += 1)
    app.build.issue({ ...recently, properties: { [decision.propertyKey]: decided } });
  app.build.issue({ created: FRIDAY - 50 * DAY, summary: 'Moved in' });
  await app.clock.advanceTo(FRIDAY + 7 * DAY);
  costs.push(await costOf(app, () => publish(app)));
  const page = statusPages(app).find(({ title }) => title.includes('2026-W31'))!;
  return { app, page, costs };
}

describe('a report on two thousand issues', () => {
  let second: Awaited<ReturnType<typeof secondReport>>;
  beforeAll(async () => {
    second = await secondReport();
  });

  it('shows nothing but what its own links prove', async () => {
    const { app, page } = second;
    const proofs = proofsOf(page);
    const shown = proofs.flatMap(({ words, jql }) => {
      const number = numberIn(words);
      return number === null ? [] : [{ words, jql, number }];
    });
    const wrong: string[] = [];
    for (const { words, jql, number } of shown)
      if ((await follow(app, jql)) !== number) wrong.push(`${words}: ${jql}`);

    expect(wrong).toEqual([]);
    expect(shown.length).toBeGreaterThan(30);
    // Every figure but those that are differences is itself a link.
    const linked = tableUnder(page, 'Figures')
      .slice(1)
      .map(([, value]) => value ?? '');
    expect(linked.filter((value) => !proofs.some(({ words }) => words === value))).toEqual([
      figure(page, 'Pushed out of this week, less pulled in'),
      figure(page, 'Removed since the last report, less moved in'),
    ]);
  });

  it('derives the other numbers from those', () => {
    const { app, page } = second;
    const number = (title: string) => Number(figure(page, title));
    const [, pushed, then, still] =
      /^(\d+) = (\d+) in the last report - (\d+)$/.exec(
        figure(page, 'Pushed out of this week, less pulled in'),
      ) ?? [];
    const last = statusPages(app).find(({ title }) => title.includes('2026-W30'))!;

    expect([pushed, then, still]).toEqual([
      '1',
      figure(last, 'Due next week'),
      figure(page, 'Due this week by the last report, and still'),
    ]);
    expect(Number(pushed)).toBe(Number(then) - Number(still));
    expect(figure(page, 'Removed since the last report, less moved in')).toBe(
      `1 = ${figure(last, 'All, open or done')} in the last report + 17 - ${figure(page, 'All, open or done')}`,
    );
    const buckets = ['up to 5', '6 to 20', 'more than 20'].map((words) =>
      number(`Overdue ${words} working days`),
    );
    expect(buckets.reduce((a, b) => a + b)).toBe(number('Overdue'));
    const owners = tableUnder(page, 'Overdue, by owner')
      .slice(1)
      .map((row) => Number(row[1]));
    expect(owners.reduce((a, b) => a + b)).toBe(number('Overdue'));
    expect(wordsOf(page).join()).toContain(
      `${number('Overdue')} of ${number('Open with a due date')} open items with a due date are overdue`,
    );
    const [, done, all] = /The project: (\d+) of (\d+)\./.exec(wordsOf(page).join()) ?? [];
    const share = Number(done) / Number(all);
    const earned = new Map(
      tableUnder(page, 'Budget and earned value').map(([name, ...cells]) => [name, cells]),
    );
    expect(earned.get('Total')).toEqual(['2300.00 EUR', '0.00 EUR', '800.00 EUR', '0.00 EUR']);
    expect(wordsOf(page).join()).toContain(`Percent complete: ${Math.round(share * 1_000) / 10} %`);
  });

  it('computes money and earned value from what they link to', async () => {
    const { app, page } = second;
    const rows = under(page, 'Budget and earned value')
      .filter(({ type }) => type === 'table')
      .flatMap(({ content = [] }) => content.map((row) => (row.content ?? []).map(textOf)));
    const shown = new Map(rows.map(([name = '', ...cells]) => [name.replace(/ =.*\)$/, ')'), cells]));
    const [planned, , actual] = (shown.get('Total') ?? []).map((words) => Number.parseFloat(words));
    const project = 'project = "PRJ"';
    const proofs = proofsOf(page).map(({ jql }) => jql);
    expect(proofs).toEqual(expect.arrayContaining([project, `${project} AND statusCategory = Done`]));
    const complete =
      (await follow(app, `${project} AND statusCategory = Done`)) / (await follow(app, project));

    // The whole budget is July's, and the report is of its last day: all of it is planned by now.
    const [bac, pv, ac] = [planned ?? 0, planned ?? 0, actual ?? 0];
    const ev = Math.round(bac * 100 * complete) / 100;
    const eac = Math.round((bac * 100) / (ev / ac)) / 100;
    const amount = (value: number) => `${value.toFixed(2)} EUR`;
    expect({
      'Budget at completion (BAC)': amount(bac),
      'Planned value (PV)': amount(pv),
      'Earned value (EV)': amount(ev),
      'Actual cost (AC)': amount(ac),
      'Schedule variance (SV)': amount(ev - pv),
      'Cost variance (CV)': amount(ev - ac),
      'Schedule performance index (SPI)': (ev / pv).toFixed(2),
      'Cost performance index (CPI)': (ev / ac).toFixed(2),
      'Estimate at completion (EAC)': amount(eac),
      'Estimate to complete (ETC)': amount(eac - ac),
      'Variance at completion (VAC)': amount(bac - eac),
      'To-complete index for the budget (TCPI)': ((bac - ev) / (bac - ac)).toFixed(2),
      'To-complete index for the estimate (TCPI)': ((bac - ev) / (eac - ac)).toFixed(2),
      'Days after the planned finish': '0',
    }).toEqual(
      Object.fromEntries(
        [...shown].flatMap(([name, [value]]) => (/ \([A-Z]+\)$|^Days/.test(name) ? [[name, value]] : [])),
      ),
    );
  });

  it('costs at most 60 points of Jira with every list full, and one write of the page', () => {
    for (const { points, writes } of second.costs) {
      expect(points).toBeLessThanOrEqual(60);
      expect(writes).toBe(1);
    }
  });

  it('fits into its content property', () => {
    const { page } = second;

    expect(JSON.stringify(propertyOf(page)).length).toBeLessThan(30_000);
    expect(propertyOf(page)).toMatchObject({ definitions: 2, money: { currency: 'EUR' } });
  });
});

describe('a project in which little is decided and few risks are open', () => {
  it('has longer lists of what there is more of, for the same points', async () => {
    const app = await appWith(
      (build) => {
        build.project();
        for (let n = 0; n < 30; n += 1) {
          const owner = build.user({ accountId: `owner-${n}`, displayName: `Owner ${n}` });
          build.issue({ created: FRIDAY - 30 * DAY, assigneeId: owner.accountId, dueDate: '2026-07-28' });
          build.issue({ created: FRIDAY - 30 * DAY, assigneeId: owner.accountId, dueDate: '2026-07-20' });
        }
        for (let n = 0; n < 14; n += 1) build.version({ name: `v${n}`, releaseDate: `2026-09-${10 + n}` });
        const space = build.space({ key: 'TEAM' });
        build.state.spaces.patch(space.id, { homepageId: build.page({ spaceId: space.id }).id });
      },
      { now: FRIDAY },
    );

    const { points } = await costOf(app, () => publish(app));

    const page = statusPage(app);
    const rows = (heading: string) => tableUnder(page, heading).length - 1;
    expect([rows('Due next week'), rows('Milestones')]).toEqual([10, 12]);
    // Three at least, and as many more as the empty lists pay for; then everybody else.
    expect(rows('Overdue, by owner')).toBe(5);
    expect(points).toBeLessThanOrEqual(60);
  });
});
