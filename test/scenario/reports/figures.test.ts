import type { Page } from '../../../sandbox/site/entities';
import { textOf, type AdfNode } from '../../../src/domain/status/adf';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { enterPlan, fillLargeProject } from '../../support/large-project';
import { RESOLUTION, STATUS } from '../../support/site';
import {
  FRIDAY,
  nodesOf,
  propertyOf,
  publish,
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

/** The second of two reports on a project with more of everything than a page can list. */
async function secondReport(): Promise<{ app: TestApp; page: Page }> {
  const app = await appWith(fillLargeProject, { now: FRIDAY });
  await enterPlan(app);
  await publish(app);
  await app.clock.advanceTo(FRIDAY + DAY);
  const [moved, held] = [...app.state.issues.all()].filter(({ dueDate }) => dueDate === '2026-07-27');
  app.state.issues.patch(moved!.id, { dueDate: '2026-08-20' });
  const resolved = { statusId: STATUS.done, resolutionId: RESOLUTION.done, resolved: FRIDAY + 2 * DAY };
  app.state.issues.patch(held!.id, resolved);
  await app.clock.advanceTo(FRIDAY + 7 * DAY);
  await publish(app);
  const page = statusPages(app).find(({ title }) => title.includes('2026-W31'))!;
  return { app, page };
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
    // Every figure but the one that is a difference is itself a link.
    const linked = tableUnder(page, 'Figures')
      .slice(1)
      .map(([, value]) => value ?? '');
    expect(linked.filter((value) => !proofs.some(({ words }) => words === value))).toEqual([
      figure(page, 'Pushed out of this week, less pulled in'),
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

  it('costs at most 60 points of Jira with every list full, and one write of the page', async () => {
    const app = await appWith(fillLargeProject, { now: FRIDAY });
    await enterPlan(app);
    const at = app.exchanges.length;

    await publish(app);

    const made = app.exchanges.slice(at).filter(({ viaApp }) => viaApp);
    const jira = made.filter(({ url }) => url.includes('/rest/api/3/'));
    expect(jira.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(60);
    const writes = made.filter(({ url, method }) => url.includes('/wiki/api/v2/pages') && method !== 'GET');
    expect(writes.filter(({ url }) => !url.includes('properties'))).toHaveLength(1);
  });

  it('fits into its content property', () => {
    const { page } = second;

    expect(JSON.stringify(propertyOf(page)).length).toBeLessThan(30_000);
    expect(propertyOf(page)).toMatchObject({ definitions: 2, money: { currency: 'EUR' } });
  });
});
