import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { accountIdOf } from '../seed/people';
import { THEMES, type Theme } from '../web/theme';
import type { Screen } from './screen';
import type { ScreensSite } from './site';

const WIDTH = 1280;
const HEIGHT = 900;
/** Longer than any screen takes; a screen that never comes must not hold up the others. */
const PATIENCE_MS = 20_000;

/** A picture that was asked for: its file, or why there is none. */
export interface Shot {
  readonly screen: Screen;
  readonly theme: Theme;
  readonly file: string;
  readonly problem: string | null;
}

export const fileOf = ({ role, name }: Screen, theme: Theme): string => `${role}-${name}-${theme}.png`;

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
  await page.goto(site.server.origin + path);
  const frame = page.frameLocator('iframe.app-frame').first();
  await screen.first?.({ page, frame });
  const place = screen.on === 'page' ? page : frame;
  await place.getByText(screen.see).locator('visible=true').first().waitFor();
  // Late parts of the same screen: pictures, names, what is fetched when it is first needed.
  await frame
    .locator('.dk-skeleton')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => complaints.push('It never ends loading.'));
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
