import type { BrowserContext, Locator, Page, Request } from 'playwright-core';
import { accountIdOf } from '../seed/people';
import type { Theme } from '../web/theme';
import type { Screen } from './screen';
import type { ScreensSite } from './site';

/** What a page is wide where a screen does not say. */
export const WIDTH = 1280;
export const HEIGHT = 900;
/** Longer than any screen takes; a screen that never comes must not hold up the others. */
const PATIENCE_MS = 60_000;
/** So many frames without a request, and the screen is taken to be complete. */
const CALM_FRAMES = 5;

/** A screen as its person has it before them. */
export interface Opened {
  readonly page: Page;
  /** What the browser complained about: what a policy blocked, a script that threw, a file that was missing. */
  readonly complaints: readonly string[];
}

/** How a context has to be made for this screen: in its person's language, without movement. */
export const contextOptions = (site: ScreensSite, { as, width = WIDTH }: Screen) => ({
  viewport: { width, height: HEIGHT },
  reducedMotion: 'reduce' as const,
  locale: site.ground.sandbox.state.users.get(accountIdOf(as))?.locale ?? 'en-US',
});

/** Makes whoever looks in this context that person, in these colours. */
export async function lookAs(
  context: BrowserContext,
  site: ScreensSite,
  { as }: Screen,
  theme: Theme,
): Promise<void> {
  // A cookie belongs to a host, whatever the port: this is for both sites.
  const cookie = { url: site.origin, httpOnly: true } as const;
  await context.addCookies([
    { ...cookie, name: 'docket_viewer', value: encodeURIComponent(accountIdOf(as)) },
    { ...cookie, name: 'docket_theme', value: theme },
  ]);
}

/** Keeps count of what the page and its frames still wait for; the stream of what goes on never ends. */
function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let wake = (): void => {};
  page.on('request', (request) => request.url().endsWith('/docket/live') || open.add(request));
  const end = (request: Request): void => {
    open.delete(request);
    wake();
  };
  page.on('requestfinished', end).on('requestfailed', end);
  return async () => {
    // What an answer brings may ask again once it is drawn.
    for (let calm = 0; calm < CALM_FRAMES; calm += 1) {
      while (open.size > 0) {
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          setTimeout(() => reject(new Error('It never ends loading.')), PATIENCE_MS).unref();
        });
        calm = 0;
      }
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve(null)))');
    }
  };
}

/** Opens the screen in the page and waits until it is complete. @throws Error where what should stand on it never comes. */
export async function openScreen(page: Page, site: ScreensSite, screen: Screen): Promise<Opened> {
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  const expected = (text: string): boolean => text.includes('status of 404') && screen.name === 'no-access';
  const complain = (text: string): unknown => expected(text) || complaints.push(text);
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  page.on('pageerror', (error) => complain(error.message));
  const path = typeof screen.path === 'string' ? screen.path : screen.path(site.ground);
  const settled = watchRequests(page);
  await page.goto((screen.at === 'first' ? site.untouched : site.origin) + path);
  const frame = page.frameLocator('iframe.app-frame').first();
  await screen.first?.({ page, frame });
  const words: Locator = (screen.on === 'page' ? page : frame).getByText(screen.see);
  await words.locator('visible=true').first().waitFor();
  // Late parts of the same screen: pictures, names, what is fetched when it is first needed.
  await settled();
  await page.evaluate('document.fonts.ready.then(() => null)');
  return { page, complaints };
}
