import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { accountIdOf, type PersonName } from '../../sandbox/seed/people';
import { launchBrowser } from './browser';
import { startSite, type StartedSite } from './started-site';

/** Somebody at a page of the site that `npm start` serves, with the app's frame in it. */
export interface PersonAtPage {
  readonly page: Page;
  readonly app: Frame;
  /** Waits for a flag in the product's corner that says so. */
  flag(words: string | RegExp): Promise<void>;
  /** The same person goes to another page. @returns the app's frame there. */
  goTo(path: string): Promise<Frame>;
}

/** The whole site for the tests of the calling file: nobody's answers but the app's own. */
export interface PeopleOnSite {
  site(): StartedSite;
  /** Opens a page of the site, or a link to it, in a browser of this person's own. */
  openAs(name: PersonName, path: string): Promise<PersonAtPage>;
  rest(method: string, path: string, body?: unknown): Promise<Response>;
}

/**
 * Starts the site and a browser for the tests of the calling file, ends what each test has opened, and fails a test in
 * which the browser complained: of scripts, or of breaches of the content security policy.
 */
export function peopleOnSite(): PeopleOnSite {
  let site: StartedSite;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const said = complaints;
    [contexts, complaints] = [[], []];
    expect(said).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function frameOn(page: Page, path: string): Promise<Frame> {
    await page.goto(new URL(path, site.origin).href);
    const element = await page.locator('iframe.app-frame').first().elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error(`There is no screen of the app on ${path}.`);
    return frame;
  }

  return {
    site: () => site,
    async openAs(name, path) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      contexts.push(context);
      await context.addCookies([{ name: 'docket_viewer', value: accountIdOf(name), url: site.origin }]);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${name}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
      return {
        page,
        app: await frameOn(page, path),
        flag: (words) => page.getByRole('status').getByText(words).waitFor(),
        goTo: (next) => frameOn(page, next),
      };
    },
    rest: (method, path, body) =>
      fetch(new URL(path, site.origin), {
        method,
        headers: { authorization: site.authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
