import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import * as app from '../../src';
import { openDocket } from '../../sandbox/cli/opening';
import { createSandbox, type Sandbox } from '../../sandbox';
import { SEED_NOW, SEED_SPONSORS, seedDemoSite } from '../../sandbox/seed';
import { SEED_RISKS } from '../../sandbox/seed/risks';
import { createFrontDoor } from '../../sandbox/web/front-door';
import { listen, type Listening } from '../../sandbox/web/listen';
import { seriousFaults } from '../support/accessibility';
import { launchBrowser } from '../support/browser';

const MANIFEST = join(__dirname, '..', '..', 'manifest.yml');
const FOUR_HOURS = 4 * 3_600_000;

/** What `npm start` serves, in a real browser: the app's screens over the real bridge in frames of another origin. */
describe('the front door in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let sandbox: Sandbox;
  let server: Listening;
  let complaints: string[];

  beforeAll(async () => {
    // The port comes first: every link that the site and the app hand out names it.
    const doors: ReturnType<typeof createFrontDoor>[] = [];
    server = await listen({ fetch: (request) => doors[0]?.fetch(request) ?? new Response() }, { port: 0 });
    sandbox = await createSandbox({ now: SEED_NOW, seed: seedDemoSite, app, baseUrl: server.origin });
    const opened = await openDocket(sandbox, {
      sponsors: SEED_SPONSORS,
      records: SEED_RISKS,
      until: SEED_NOW + FOUR_HOURS,
      onStep: () => undefined,
    });
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
    doors.push(createFrontDoor(sandbox, MANIFEST));
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await context.close();
    // Anything that a content security policy blocks, a script that throws, or a file that is missing ends up here.
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    expect(sandbox.site.unmodelled).toEqual([]);
  });

  const open = async (path: string): Promise<FrameLocator> => {
    await page.goto(server.origin + path);
    return page.frameLocator('iframe.app-frame');
  };
  const risk = () => {
    const title = SEED_RISKS[0]?.summary ?? '';
    const issue = [...sandbox.state.issues.all()].find(({ summary }) => summary === title);
    if (!issue) throw new Error('The first of the risks is not on the site.');
    return issue;
  };

  it('moves the clock by a click and says what came of it', async () => {
    await open('/');
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.getByRole('main').getByText('The clock has moved from').waitFor();
    expect(sandbox.clock.now()).toBe(SEED_NOW + FOUR_HOURS + 3_600_000);
  });

  it('shows what runs as it happens, without a reload, and stays open from page to page', async () => {
    await open('/docket/faults');
    await page.getByRole('button', { name: 'What runs' }).click();
    const panel = page.getByRole('region', { name: 'What runs' });
    await panel.getByText('Last runs').waitFor();
    await sandbox.host.fireTrigger('hourly');
    const points = sandbox.host.totals.points.toLocaleString('en-GB');
    await page
      .getByRole('complementary', { name: 'Sandbox controls' })
      .getByText(`${points} points`)
      .waitFor();
    await panel.getByText('tick', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'All issues' }).click();
    await page.waitForURL(/issues/);
    await panel.getByText('Last runs').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('looks as somebody else from the list at the top, with what they may do', async () => {
    await open('/');
    await page.getByRole('heading', { name: 'You look as Stefan Holzapfel, Site admin' }).waitFor();
    await page.getByLabel('Look as').selectOption({ label: 'Ananya Deshpurkar, Engineer, card vault' });
    await page.getByRole('heading', { name: 'You look as Ananya Deshpurkar' }).waitFor();
    await page.getByText('Does not see HRP.').waitFor();
    expect(await page.getByRole('link', { name: 'HR Portal Rollout' }).count()).toBe(0);
  });

  it('shows the risk register, and follows a link of the app out of its frame', async () => {
    const register = await open('/projects/PAY/docket/registers');
    await register.getByRole('link', { name: risk().key }).click();
    await page.waitForURL(`${server.origin}/browse/${risk().key}`);
  });

  it('changes a risk on its issue, tells it in a flag, and gives the frame the height that it needs', async () => {
    const panel = await open(`/browse/${risk().key}`);
    await panel.getByRole('button', { name: 'Assessed' }).click();
    await page.getByRole('status').getByText('is now assessed').waitFor();
    expect(risk().properties['docket.risk']).toMatchObject({ state: 'assessed' });
    const hidden = await panel.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
    expect(hidden).toBe(0);
  });

  it('keeps the app’s frame and the page around it apart', async () => {
    const register = await open('/projects/PAY/docket/registers');
    await register.getByRole('link', { name: risk().key }).waitFor();
    const reached = await register.locator('html').evaluate((html) => {
      try {
        return html.ownerDocument.defaultView?.parent.document.title;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reached).toBe('SecurityError');
  });

  it('draws the published status page with links to its queries', async () => {
    const status = [...sandbox.state.pages.all()].find(({ title }) => title.startsWith('PAY weekly status'));
    await open(`/wiki/pages/${status?.id}`);
    await page.getByRole('heading', { name: 'Overall status' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /^All \d+ overdue items/ }).click();
    await page
      .getByRole('link', { name: /^PAY-\d+$/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/issues/');
  });
});
