import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { accountIdOf } from '../seed/people';
import { THEMES, type Theme } from '../web/theme';
import type { Screen } from './screen';
import type { ScreensSite } from './site';

const WIDTH = 1280;
const HEIGHT = 900;
/** Longer than any screen takes; a screen that never comes must not hold up the others. */
const PATIENCE_MS = 20_000;
const LAST_LOOK_MS = 5_000;
/** So many frames without a request, and the screen is taken to be complete. */
const CALM_FRAMES = 5;

/** A picture that was asked for: its file, or why there is none. */
export interface Shot {
  readonly screen: Screen;
  readonly theme: Theme;
  readonly file: string;
  readonly problem: string | null;
}

export const fileOf = ({ role, name }: Screen, theme: Theme): string => `${role}-${name}-${theme}.png`;

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

/** Opens the screen as its person sees it and writes the picture. @throws Error that says what is wrong with it. */
async function shoot(
  context: BrowserContext,
  site: ScreensSite,
  screen: Screen,
  file: string,
): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  // What a content security policy blocks, a script that throws, or a file that is missing.
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const path = typeof screen.path === 'string' ? screen.path : screen.path(site.ground);
  const settled = watchRequests(page);
  await page.goto(site.server.origin + path);
  const frame = page.frameLocator('iframe.app-frame').first();
  await screen.first?.({ page, frame });
  const place = screen.on === 'page' ? page : frame;
  await place.getByText(screen.see).locator('visible=true').first().waitFor();
  // Late parts of the same screen: pictures, names, what is fetched when it is first needed.
  await settled();
  await page.evaluate('document.fonts.ready.then(() => null)');
  // All of it in one window: what is fixed to an edge then stands at the edge of the picture.
  const height = await page.evaluate('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: screen.width ?? WIDTH, height: Math.max(HEIGHT, Number(height)) });
  await page.screenshot({ path: file, animations: 'disabled' });
  const expected = (text: string): boolean => text.includes('status of 404') && screen.name === 'no-access';
  const bad = complaints.filter((text) => !expected(text));
  if (bad.length > 0) throw new Error(bad.join(' | '));
}

async function take(browser: Browser, site: ScreensSite, screen: Screen, theme: Theme, out: string) {
  const file = fileOf(screen, theme);
  const context = await browser.newContext({
    viewport: { width: screen.width ?? WIDTH, height: HEIGHT },
    reducedMotion: 'reduce',
    locale: site.ground.sandbox.state.users.get(accountIdOf(screen.as))?.locale ?? 'en-US',
  });
  const cookie = { url: site.server.origin, httpOnly: true } as const;
  await context.addCookies([
    { ...cookie, name: 'docket_viewer', value: encodeURIComponent(accountIdOf(screen.as)) },
    { ...cookie, name: 'docket_theme', value: theme },
  ]);
  try {
    await shoot(context, site, screen, join(out, file));
    return { screen, theme, file, problem: null };
  } catch (error) {
    // As it stood: that says more than the error does.
    const [page] = context.pages();
    await page?.screenshot({ path: join(out, file), timeout: LAST_LOOK_MS }).catch(() => undefined);
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { screen, theme, file, problem: first };
  } finally {
    await context.close();
  }
}

export interface ShootOptions {
  readonly out: string;
  /** How many pages are open at once. */
  readonly at: number;
  readonly onShot: (shot: Shot) => void;
}

/** Takes every screen in every theme, some at once. @returns the shots in the order of the table. */
export async function shootAll(
  browser: Browser,
  site: ScreensSite,
  screens: readonly Screen[],
  { out, at, onShot }: ShootOptions,
): Promise<Shot[]> {
  const jobs = screens.flatMap((screen) => THEMES.map((theme) => ({ screen, theme })));
  const shots: Shot[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) {
      const { screen, theme } = jobs[i] as (typeof jobs)[number];
      const shot = await take(browser, site, screen, theme, out);
      shots[i] = shot;
      onShot(shot);
    }
  };
  await Promise.all(Array.from({ length: at }, work));
  return shots;
}
