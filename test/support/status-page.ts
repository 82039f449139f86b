import { callApp } from '../../sandbox/cli/app-call';
import type { AdfDoc, Page } from '../../sandbox/site/entities';
import { reports, settings } from '../../src/contract';
import type { ReportRow } from '../../src/ports/reports';
import { textOf, type AdfNode } from '../../src/domain/status/adf';
import { appWith, type TestApp } from './app';
import { type Builders, RESOLUTION, STATUS } from './site';

/** Friday 2026-07-24, noon, in week 30: three hours before the report is due. */
export const FRIDAY = Date.UTC(2026, 6, 24, 12);
export const TITLE = 'PRJ weekly status 2026-W30: Project PRJ';
const DAY = 86_400_000;

/** A project with something in every section of its page, and a space with a home page. */
export function fillProject(build: Builders): void {
  build.user({ accountId: 'ann', displayName: 'Ann Archer' });
  build.user({ accountId: 'ben', displayName: 'Ben Baker' });
  const before = { created: FRIDAY - 30 * DAY };
  build.issue({ ...before, assigneeId: 'ann', dueDate: '2026-07-20', summary: 'Order the servers' });
  build.issue({ ...before, assigneeId: 'ben', dueDate: '2026-07-22' });
  build.issue({ ...before, assigneeId: 'ben', dueDate: '2026-07-23' });
  build.issue({ ...before, assigneeId: 'ann', dueDate: '2026-07-28', summary: 'Sign the contract' });
  build.issue({ created: FRIDAY - DAY });
  const done = { statusId: STATUS.done, resolutionId: RESOLUTION.done };
  build.issue({ ...before, ...done, resolved: FRIDAY - DAY });
  build.issue({ ...before, ...done, resolved: FRIDAY - 14 * DAY });
  build.version({ name: 'Beta', releaseDate: '2026-08-14' });
  const space = build.space({ key: 'TEAM' });
  const home = build.page({ spaceId: space.id, title: 'Team home' });
  build.state.spaces.patch(space.id, { homepageId: home.id });
}

export const statusApp = (options: Parameters<typeof appWith>[1] = {}): Promise<TestApp> =>
  appWith(fillProject, { now: FRIDAY, ...options });

/** Publishes the report of the current period, as an admin does: what became of its page, and the report as it is then. */
export async function publish(app: TestApp) {
  const outcomeSince = pagesOf(app);
  const { report } = await callApp(app.host, app.screen('project-page'), reports.publishNow, { label: null });
  return { outcome: outcomeSince(), report };
}

/** The status pages of this moment; asked later, what has become of them since. */
function pagesOf(app: TestApp): () => 'created' | 'updated' | 'unchanged' {
  const versions = () => statusPages(app).map(({ id, version }) => `${id} ${version.number}`);
  const before = versions();
  return () => {
    const after = versions();
    if (after.length > before.length) return 'created';
    return after.join() === before.join() ? 'unchanged' : 'updated';
  };
}

/** What is kept of the reports, oldest first. */
export const reportRows = (app: TestApp): ReportRow[] =>
  app.host
    .stored('report')
    .map(({ value }) => (value as { row: ReportRow }).row)
    .sort((a, b) => (a.report.period.start < b.report.period.start ? -1 : 1));

/** Corrects the newest report, with new figures: the one way in which a published page changes. */
export async function correct(
  app: TestApp,
  reason = 'Figures were missing',
  figures: 'published' | 'new' = 'new',
): Promise<string> {
  const label = reportRows(app).at(-1)?.report.period.label ?? '';
  const outcomeSince = pagesOf(app);
  await callApp(app.host, app.screen('project-page'), reports.correct, { label, reason, figures });
  return outcomeSince();
}

/** Brings the page up to date: publishes what is not out yet, corrects what is. */
export const update = async (app: TestApp): Promise<string> =>
  reportRows(app).at(-1)?.report.state === 'published' ? correct(app) : (await publish(app)).outcome;

/** Saves the report settings; what is not stated stays as the test app has it. */
export const saveReport = (
  app: TestApp,
  report: Partial<{ enabled: boolean; spaceKey: string | null; parentPageId: string | null }>,
) =>
  callApp(app.host, app.screen('project-settings'), settings.save, {
    enabled: true,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: true, spaceKey: 'TEAM', parentPageId: null, ...report },
  });

/** Every status page of the site, whatever became of it. */
export const statusPages = (app: TestApp): Page[] =>
  [...app.state.pages.all()].filter((page) => page.title.includes('weekly status'));

/** The one status page. */
export function statusPage(app: TestApp): Page {
  const [page, ...others] = statusPages(app).filter(({ status: state }) => state === 'current');
  if (!page || others.length > 0)
    throw new Error(`There are ${others.length + (page ? 1 : 0)} status pages.`);
  return page;
}

export const nodesOf = (page: { readonly body: AdfDoc }): AdfNode[] => page.body.content as AdfNode[];

/** The words of the page, a line a top-level node. */
export const wordsOf = (page: { readonly body: AdfDoc }): string[] => nodesOf(page).map(textOf);

/** The rows of the table under a heading. */
export function tableUnder(page: Page, heading: string): string[][] {
  const nodes = nodesOf(page);
  const start = nodes.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const table = nodes.slice(start + 1).find(({ type }) => type === 'table' || type === 'heading');
  return (table?.content ?? []).map((row) => (row.content ?? []).map(textOf));
}

export const propertyOf = (page: Page): Record<string, unknown> =>
  page.properties.find(({ key }) => key === 'docket.status')?.value as Record<string, unknown>;

/** Edits a page as a person does: the whole document at once, as the next version. */
export async function edit(
  app: TestApp,
  page: Page,
  change: (nodes: AdfNode[]) => AdfNode[],
  accountId = 'member',
): Promise<void> {
  const live = app.state.pages.get(page.id);
  const user = app.state.users.get(accountId);
  if (!live || !user) throw new Error('Nothing or nobody to edit.');
  const doc = { type: 'doc', version: 1, content: change(nodesOf(live)) };
  const request = new Request(`${app.state.baseUrl}/wiki/api/v2/pages/${page.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: page.id,
      status: 'current',
      title: live.title,
      body: { representation: 'atlas_doc_format', value: JSON.stringify(doc) },
      version: { number: live.version.number + 1 },
    }),
  });
  const answer = await app.site.fetch(request, { user, scopes: null });
  if (!answer.ok) throw new Error(`The edit was refused: ${await answer.text()}`);
}
