import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { accountIdOf, type PersonName } from '../../sandbox/seed/people';
import { seriousFaults } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { startSite, type StartedSite } from '../support/started-site';

/** Registers as people meet them on the site that `npm start` serves: the whole app, and nobody's answers but its own. */
describe('records on the site that npm start serves', () => {
  let site: StartedSite;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  /** A register of the payments project as this person sees it. */
  const openAs = async (name: PersonName, register: string): Promise<{ page: Page; app: Frame }> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    await context.addCookies([{ name: 'docket_viewer', value: accountIdOf(name), url: site.origin }]);
    const page = await context.newPage();
    await page.goto(`${site.origin}/projects/PAY/docket`);
    const app = await (await page.locator('iframe.app-frame').elementHandle())?.contentFrame();
    if (!app) throw new Error('The project page shows no screen of the app.');
    await app.getByRole('button', { name: new RegExp(`^${register} `) }).click();
    await app.getByRole('grid', { name: register }).waitFor();
    return { page, app };
  };
  const rest = (method: string, path: string, body?: unknown) =>
    fetch(new URL(path, site.origin), {
      method,
      headers: { authorization: site.authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const flag = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();

  it('refuses the vote of a requester, and takes that of the approver, which decides the change', async () => {
    const change = /Move the Nordic cut-over/;
    const requester = await openAs('claire', 'Changes');
    await requester.app.getByRole('button', { name: change }).click();
    await requester.app.getByText('You asked for this, so somebody else decides on it.').waitFor();
    expect(await requester.app.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    const approver = await openAs('ines', 'Changes');
    await approver.app.getByRole('button', { name: change }).click();
    await approver.app.getByLabel('Comment').fill('The banks have the last word on their freeze.');
    await approver.app.getByRole('button', { name: 'Approve' }).click();
    await flag(approver.page, 'You approved this');
    await approver.app.getByText(/^Decided on/).waitFor();
    await approver.app.getByText('voted, which made it approved').waitFor();
    await approver.app.getByRole('button', { name: 'Correct' }).waitFor();
    expect(await approver.app.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    expect(await seriousFaults(approver.app)).toEqual([]);
  });

  it('shows both versions to the second of two people who change a record', async () => {
    const risk = /Nordic banks may miss/;
    const edit = async ({ app }: { app: Frame }) => {
      await app.getByRole('button', { name: risk }).click();
      await app.getByRole('button', { name: 'Edit', exact: true }).click();
      await app.getByRole('dialog').getByLabel('Trigger').waitFor();
    };
    const [first, second] = [await openAs('ines', 'Risks'), await openAs('tobias', 'Risks')];
    await edit(first);
    await edit(second);
    await first.app.getByLabel('Trigger').fill('A bank cancels its slot.');
    await first.app.getByRole('button', { name: 'Save' }).click();
    await flag(first.page, /is saved/);
    await second.app.getByLabel('Trigger').fill('No slot by Friday.');
    await second.app.getByLabel('Contingency plan').fill('Replay recorded files.');
    await second.app.getByRole('button', { name: 'Save' }).click();
    await second.app.getByText('Somebody changed this record while you had it open').waitFor();
    await second.app.getByRole('radio', { name: 'Trigger: theirs' }).check();
    await second.app.getByRole('button', { name: 'Save this choice' }).click();
    await flag(second.page, /is saved/);
    await second.app.getByText('A bank cancels its slot.').first().waitFor();
    await second.app.getByText('Replay recorded files.').first().waitFor();
  });

  it('shows what was written past Docket as unreadable, and puts the last good version back', async () => {
    const { app } = await openAs('ines', 'Risks');
    const row = app.getByRole('grid', { name: 'Risks' }).getByRole('row').nth(1);
    const key = await row.getByRole('link').textContent();
    const property = `/rest/api/3/issue/${key}/properties/docket.risk`;
    expect((await rest('PUT', property, { v: 2, state: 'gone' })).status).toBe(200);

    const { page, app: again } = await openAs('ines', 'Risks');
    const warning = again.getByRole('listitem').filter({ hasText: `${key}` });
    await warning.getByText(/The last good version is from/).waitFor();
    expect(await seriousFaults(again)).toEqual([]);
    await warning.getByRole('button', { name: `Restore ${key}` }).click();
    await flag(page, `The last good version of ${key} is back`);
    await warning.waitFor({ state: 'detached' });
    await again
      .getByRole('grid', { name: 'Risks' })
      .getByRole('link', { name: `Open ${key}` })
      .waitFor();
  });

  it('rates by the scales that a project administrator has just saved', async () => {
    const { page } = await openAs('ines', 'Risks');
    await page.goto(`${site.origin}/projects/PAY/settings/docket`);
    const app = await (await page.locator('iframe.app-frame').elementHandle())?.contentFrame();
    if (!app) throw new Error('The settings page shows no screen of the app.');
    await app.getByRole('tab', { name: 'Registers' }).click();
    await app.getByLabel('Name of band 1').fill('Critical');
    await app.getByRole('button', { name: 'Save this register' }).click();
    await flag(page, 'The settings of risks are saved');
    expect(await seriousFaults(app)).toEqual([]);

    const { app: risks } = await openAs('ines', 'Risks');
    await risks
      .getByRole('grid', { name: 'Risks' })
      .getByText(/Critical/)
      .first()
      .waitFor();
  });
});
