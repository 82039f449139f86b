import type { Browser, FrameLocator, Page } from 'playwright-core';
import { serveDemonstration, type ScreensSite } from '../../sandbox/screens/site';
import { seriousFaults } from '../support/accessibility';
import { launchBrowser } from '../support/browser';

/** From the start page alone, with nothing read before: each walk leads to what it promises. */
describe('a newcomer', () => {
  let site: ScreensSite;
  let browser: Browser;
  let page: Page;
  let app: FrameLocator;
  let complaints: string[];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveDemonstration(), launchBrowser()]);
  });
  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    app = page.frameLocator('iframe.app-frame');
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const walk = async (title: string) => {
    await page.goto(site.origin);
    await page.getByRole('button', { name: `Start: ${title}` }).click();
  };
  const flag = (words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();

  it('approves a change as the sponsor', async () => {
    await walk('Approve a change');
    await app.getByLabel('Comment').fill('Worth the four weeks.');
    await app.getByRole('button', { name: 'Approve' }).click();
    await flag('You approved this');
    await app.getByText('Approved', { exact: true }).first().waitFor();
  });

  it('adds a risk as the coordinator', async () => {
    await walk('Add a risk');
    await app.getByRole('button', { name: 'Add risk' }).click();
    await app.getByLabel('Summary').waitFor();
  });

  it('approves the report as the project manager, publishes it, and finds it in Confluence', async () => {
    await walk('Approve and publish the report');
    await app.getByRole('button', { name: 'Approve' }).click();
    await flag('The report is approved');
    await app.getByRole('button', { name: 'Publish now' }).click();
    await flag('The report is published');
    await page.goto(`${site.origin}${site.ground.page('PAY weekly status 2026-W48')}`);
    await page.getByText(/^Published 2026-.*approved by Ines Falkenrath/).waitFor();
  });

  it('follows up what a meeting promised, from the comment to the list and back to the page', async () => {
    await walk('Follow up what a meeting promised');
    await page.getByRole('heading', { name: 'Actions' }).waitFor();
    await page
      .getByText(/^Rule: /)
      .first()
      .waitFor();
    await page.goto(`${site.origin}/projects/PAY/docket/commitments?source=task`);
    await app.getByRole('grid').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Actions' }).waitFor();
  });

  it('reads German as a team lead whose Jira is German', async () => {
    await walk('Answer for your team, in German');
    await app.getByRole('link', { name: 'Berichte' }).waitFor();
  });

  it('names a new date as the owner of late work', async () => {
    await walk('Promise another date');
    await app.getByRole('button', { name: 'Promise a new date' }).waitFor();
  });

  it('comes to the admin page as the site admin', async () => {
    await walk('Follow the first-run guide');
    await app.getByText('Payments Platform Migration').first().waitFor();
  });

  it('sees why a reminder was sent, and that work which is done is left alone', async () => {
    await walk('See why a reminder was sent');
    const comment = page.locator('.comment:target');
    await comment.getByText(/^Rule: remind the owner \d+ working days? after the due date/).waitFor();
    await app.getByText('Next', { exact: true }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByLabel('Move to another status').selectOption({ label: 'Done' });
    await page.locator('aside .lozenge').getByText('Done').waitFor();
    const comments = await page.locator('.comment').count();
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.getByRole('main').getByText('The clock has moved from').waitFor();
    expect(await page.locator('.comment').count()).toBe(comments);
  });
});
