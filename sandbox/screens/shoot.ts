import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { THEMES, type Theme } from '../web/theme';
import { contextOptions, HEIGHT, lookAs, openScreen, WIDTH } from './open';
import type { Screen } from './screen';
import type { ScreensSite } from './site';

const LAST_LOOK_MS = 5_000;

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
  const { page, complaints } = await openScreen(await context.newPage(), site, screen);
  // All of it in one window: what is fixed to an edge then stands at the edge of the picture.
  const height = await page.evaluate('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: screen.width ?? WIDTH, height: Math.max(HEIGHT, Number(height)) });
  await page.screenshot({ path: file, animations: 'disabled' });
  if (complaints.length > 0) throw new Error(complaints.join(' | '));
}

async function take(browser: Browser, site: ScreensSite, screen: Screen, theme: Theme, out: string) {
  const file = fileOf(screen, theme);
  const context = await browser.newContext(contextOptions(site, screen));
  await lookAs(context, site, screen, theme);
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
  const jobs = screens.flatMap((screen) => (screen.themes ?? THEMES).map((theme) => ({ screen, theme })));
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
