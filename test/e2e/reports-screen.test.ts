import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { reports } from '../../src/contract';
import type { ReportView } from '../../src/contract/reports';
import { seriousFaults } from '../support/accessibility';
import type { TestApp } from '../support/app';
import { officeFaults, unzip } from '../support/office-file';
import { act, AT, reportApp, words } from '../support/reports';
import { appInUse, report } from '../support/screen-answers';
import { type Answering, ok, type ScreenOptions } from '../support/screens';
import { goTo, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';
import { history } from '../support/status-history';
import { statusPage, wordsOf } from '../support/status-page';

const open = screensInBrowser();

async function openTab(answers: Answering, more: Partial<ScreenOptions> = {}) {
  const screen = await open('project-page', PROJECT, answers, more);
  await goTo(screen.page, 'Reports');
  await screen.page.getByRole('heading', { name: /^Report / }).waitFor();
  return screen;
}

/** The screen of the real app, as that person sees it. */
const openAs = (app: TestApp, accountId: string, more: Partial<ScreenOptions> = {}) =>
  openTab(
    { invoke: (name, request) => app.host.invoke(app.screen('project-page', accountId), name, request) },
    more,
  );

const dialog = (page: Page) => page.getByRole('dialog');
const stream = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

/** What the person saves by that button. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function picture(page: Page, name: string): Promise<void> {
  const pictures = process.env['DOCKET_PICTURES'];
  if (pictures) await page.screenshot({ path: `${pictures}/reports-${name}.png`, fullPage: true });
}

describe('a report, from its leads to its readers', () => {
  it('is answered, given back, coloured, approved, and on its page in Confluence', async () => {
    const app = await reportApp();
    await app.until(AT.asked);

    const ann = await openAs(app, 'ann');
    await ann.page.getByText('Still to write: Payments (Ann Archer), Web (Ben Baker).').waitFor();
    await stream(ann.page, 'Web').getByText('Only Ben Baker or a reviewer can write it.').waitFor();
    await ann.page.getByRole('button', { name: 'Write the update: Payments' }).press('Enter');
    await dialog(ann.page).getByText('Open: 2').waitFor();
    await dialog(ann.page).getByRole('button', { name: 'Save the update' }).click();
    await dialog(ann.page).getByText('Write at least one line').waitFor();
    await dialog(ann.page).getByLabel('Done').fill('Cards are accepted');
    await ann.page.keyboard.press('Escape');
    await dialog(ann.page).getByText('Your changes are not saved.').waitFor();
    await dialog(ann.page).getByRole('button', { name: 'Keep editing' }).click();
    await dialog(ann.page).getByLabel('Low').check();
    await dialog(ann.page).getByLabel('Needs a decision').fill('Which bank do we take?');
    expect(await seriousFaults(ann.page)).toEqual([]);
    await picture(ann.page, 'answer');
    await dialog(ann.page).getByRole('button', { name: 'Save the update' }).click();
    await ann.flags.saying('The update of Payments is saved');
    await stream(ann.page, 'Payments').getByText('Which bank do we take?').waitFor();
    expect(wordsOf(statusPage(app)).join()).toContain('Which bank do we take?');

    await app.until(AT.closed);
    const lead = await openAs(app, 'lead');
    await lead.page.getByText('Without an update: Web (Ben Baker).').waitFor();
    await lead.page.getByRole('button', { name: 'Change the colour of Cost' }).click();
    await dialog(lead.page).getByLabel('Red').check();
    await dialog(lead.page).getByRole('button', { name: 'Set the colour' }).click();
    await dialog(lead.page).getByText('Say why this colour is right').waitFor();
    await dialog(lead.page).getByLabel('Why', { exact: true }).fill('The licence was not budgeted');
    await dialog(lead.page).getByRole('button', { name: 'Set the colour' }).click();
    await lead.flags.saying('The colour of Cost is set');
    await lead.page.getByRole('row', { name: /^Cost .*Red The licence was not budgeted/ }).waitFor();
    await lead.page.getByRole('button', { name: 'Give back: Payments' }).click();
    await dialog(lead.page).getByLabel('What should change').fill('Name the two banks');
    await dialog(lead.page).getByRole('button', { name: 'Give back' }).click();
    await lead.flags.saying('Payments was given back');
    await lead.page.getByText(/^Payments was given back to its lead\. Wait for the answer/).waitFor();
    expect(await lead.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await seriousFaults(lead.page)).toEqual([]);
    await picture(lead.page, 'review-light');

    const again = await openAs(app, 'ann', { colorMode: 'dark' });
    await stream(again.page, 'Payments').getByText('Name the two banks').waitFor();
    await again.page.getByText(/^Only the reviewers named .* can approve/).waitFor();
    await again.page.getByRole('button', { name: 'Change the update: Payments' }).click();
    await dialog(again.page).getByLabel('Needs a decision').fill('Northbank or Southbank?');
    await dialog(again.page).getByRole('button', { name: 'Save the update' }).click();
    await again.flags.saying('The update of Payments is saved');
    await picture(again.page, 'review-dark');
    expect(await seriousFaults(again.page)).toEqual([]);

    expect(await act(app, 'answer', { streamId: 'web', update: words() }, 'ben')).toMatchObject({ ok: true });
    await lead.page.getByRole('button', { name: 'Refresh' }).click();
    await stream(lead.page, 'Payments').getByText('Northbank or Southbank?').waitFor();
    await lead.page.getByRole('button', { name: 'Approve' }).click();
    await lead.flags.saying('The report is approved');
    await lead.page.getByText(/ approved it, .* It goes out /).waitFor();

    await app.until(AT.published);
    await lead.page.getByRole('button', { name: 'Refresh' }).click();
    await lead.page.getByText(/^It went out .*, approved by /).waitFor();
    const page = wordsOf(statusPage(app)).join();
    expect(page).toContain('The licence was not budgeted');
    expect(page).toContain('Northbank or Southbank?');
    expect(page).toContain('Cards are accepted');

    const slides = await saved(lead.page, 'Slides');
    expect(slides.name).toBe('PRJ status report 2026-W30.pptx');
    expect(officeFaults(unzip(slides.bytes))).toEqual([]);
    const workbook = await saved(lead.page, 'Workbook');
    expect(workbook.name).toBe('PRJ status report 2026-W30.xlsx');
    const overdue = (await readSheet(workbook.bytes)).find(([title]) => title === 'Overdue');
    expect(overdue?.[4]).toMatch(/^https?:.*\/issues\/\?jql=project/);
    await picture(lead.page, 'files');

    await lead.page.getByRole('button', { name: 'Correct it' }).click();
    await dialog(lead.page).getByLabel('What was wrong').fill('The budget had the wrong year');
    await dialog(lead.page).getByRole('button', { name: 'Make a new revision' }).click();
    await lead.page.getByText('This is revision 2, a correction').waitFor();
    await lead.page.getByText('What happened').click();
    await lead.page.getByRole('listitem').filter({ hasText: 'Corrected' }).waitFor();
    expect(await seriousFaults(lead.page)).toEqual([]);
    expect([ann, lead, again].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

const line = (label: string, overdue: number) => ({
  label,
  start: report.start,
  end: report.end,
  state: 'published' as const,
  revision: 1,
  overall: 'amber' as const,
  figures: { open: 58, overdue, opened: 6, resolved: 9 },
  publishedAt: report.publishedAt,
  page: report.page,
});
const shows = (change: Partial<ReportView>) =>
  appInUse().on(reports.read, () => ok({ report: { ...report, ...change }, next: null }));

describe('the reports of a project', () => {
  it('show what changed, lead to the issues behind a figure, and open an earlier report', async () => {
    const app = appInUse()
      .on(reports.read, ({ label }) =>
        ok({ report: label === null ? report : { ...report, label, overall: 'red' as const }, next: null }),
      )
      .on(reports.list, () =>
        ok({ reports: [line('2012-W29', 4), line('2012-W28', 3)], history: [...history] }),
      );
    const { page, navigations } = await openTab(app);
    await page.getByText('+1 since 2012-W28').waitFor();
    await page.getByRole('region', { name: 'Trends' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'list');
    await page.getByRole('link', { name: '4, Overdue: open these issues in Jira' }).click();
    expect(navigations).toEqual([
      'https://site.example/issues/?jql=project%20%3D%20PRJ%20AND%20due%20%3C%20now()',
    ]);
    await page.getByRole('button', { name: '2012-W28' }).click();
    await page.getByRole('heading', { name: 'Report 2012-W28' }).waitFor();
    await page.getByRole('button', { name: 'Back to the newest report' }).click();
    await page.getByRole('heading', { name: 'Report 2012-W29' }).waitFor();
  });

  it('show what is there now where it changed under the eyes of the reviewer', async () => {
    const rights = { review: true, whyNotApprove: null, whyNotPublish: 'Approve it first.' };
    const inReview: Partial<ReportView> = { state: 'in-review', reviewers: ['u-1'], rights };
    let version = 4;
    const app = appInUse()
      .on(reports.read, () => ok({ report: { ...report, ...inReview, version }, next: null }))
      .on(reports.approve, (request) => {
        if (request.version === version)
          return ok({ report: { ...report, version: 6 }, warning: 'Confluence is slow.' });
        return problem('CONFLICT', 'This report has changed since you opened it. Look at it again.');
      });
    const { page, flags } = await openTab(app);
    version = 5;
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('This report has changed since you opened it. Look at it again.').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await flags.saying('The report is approved');
    await page.getByText('Confluence is slow.').waitFor();
    expect(lastAsked(app, 'reports.approve')).toEqual({ label: '2012-W29', version: 5 });
  });

  it('say who can do what the person who looks cannot', async () => {
    const { page } = await openTab(shows({ reviewers: ['u-1', 'u-2'] }));
    await page
      .getByText('Only a reviewer can correct it. Ask one of them. Reviewers: Person One, Person Two.')
      .waitFor();
    expect(await page.getByRole('button', { name: 'Correct it' }).count()).toBe(0);
  });

  it('are published before their time, or say why not', async () => {
    const next = { label: '2012-W30', ask: null, cutOff: report.steps.cutOff, publish: report.steps.publish };
    let why: string | null = 'Its period begins on 2012-07-23. It can be published from then on.';
    let newest: ReportView | null = null;
    const app = appInUse()
      .on(reports.read, () => ok({ report: newest, next: { ...next, whyNotPublish: why } }))
      .on(reports.publishNow, ({ label }) => {
        newest = { ...report, label: label ?? '' };
        return ok({ report: newest, warning: null });
      });
    const { page } = await open('project-page', PROJECT, app);
    await goTo(page, 'Reports');
    await page.getByText(why).waitFor();
    why = null;
    await page.reload();
    await goTo(page, 'Reports');
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('heading', { name: 'Report 2012-W30' }).waitFor();
  });
});
