import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { contextOptions, lookAs, openScreen } from '../../sandbox/screens/open';
import type { Screen } from '../../sandbox/screens/screen';
import { serveDemonstration, type ScreensSite } from '../../sandbox/screens/site';
import { SCREENS } from '../../sandbox/screens/table';
import { THEMES, type Theme } from '../../sandbox/web/theme';
import { seriousFaults } from '../support/accessibility';
import { launchBrowser } from '../support/browser';

/** Two processors are busy with two pages; more would only wait for each other. */
const AT_ONCE = 2;
/** Dark differs from light in its colours only. */
const RULES: Readonly<Record<Theme, readonly string[] | undefined>> = {
  light: undefined,
  dark: ['color-contrast', 'link-in-text-block'],
};
/** They see every screen between them: others have the same colours. */
const SEEN_IN_DARK: readonly string[] = ['coordinator', 'manager', 'admin'];
const PAST_THE_EDGE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What stands in the table of screens, on the site that `npm start` serves, as each person has it before them. */
describe('every screen can be read by everyone', () => {
  let site: ScreensSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveDemonstration(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    expect(site?.ground.sandbox.site.unmodelled).toEqual([]);
  });

  /** What is wrong with the page or with a frame of the app in it, one line each. */
  const faultsIn = async (place: Page | Frame, where: string, theme: Theme): Promise<string[]> => {
    const overflow = Number(await place.evaluate(PAST_THE_EDGE));
    const faults = await seriousFaults(place, RULES[theme]);
    if (overflow > 0) faults.push(`${overflow} pixels stand past the right edge`);
    return faults.map((fault) => `${where}: ${fault}`);
  };
  const faultsOf = async (context: BrowserContext, screen: Screen, theme: Theme): Promise<string[]> => {
    const page = await context.newPage();
    try {
      const { complaints } = await openScreen(page, site, screen);
      const [whole = page, ...frames] = page.frames();
      // What is around the app is the same on many pages: in dark it is looked at where it is what the page is about.
      const around = theme === 'light' || screen.on === 'page' ? [faultsIn(whole, 'page', theme)] : [];
      const faults = [...around, ...frames.map((frame) => faultsIn(frame, 'app', theme))];
      return [...complaints, ...(await Promise.all(faults)).flat()];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    } finally {
      await page.close();
    }
  };
  /** All of a person's screens of one width in one context. */
  const walk = async (screens: readonly Screen[], theme: Theme): Promise<string[]> => {
    const [first] = screens;
    if (first === undefined) return [];
    const context = await browser.newContext(contextOptions(site, first));
    await lookAs(context, site, first, theme);
    const queue = [...screens];
    const found: string[] = [];
    const work = async (): Promise<void> => {
      for (let screen = queue.shift(); screen !== undefined; screen = queue.shift()) {
        const { name } = screen;
        found.push(...(await faultsOf(context, screen, theme)).map((fault) => `${name}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await context.close();
    return found;
  };

  const keyOf = ({ role, width = 1280 }: Screen): string => `${role}, ${width} pixels wide`;
  const screensOf = (key: string, theme: Theme): Screen[] =>
    SCREENS.filter(
      (screen) =>
        keyOf(screen) === key &&
        (screen.themes ?? THEMES).includes(theme) &&
        (theme === 'light' || SEEN_IN_DARK.includes(screen.role)),
    );
  const GROUPS = [...new Set(SCREENS.map(keyOf))].flatMap((key) =>
    THEMES.filter((theme) => screensOf(key, theme).length > 0).map((theme) => [key, theme] as const),
  );
  it.each(GROUPS)('%s, %s', async (key, theme) => {
    expect(await walk(screensOf(key, theme), theme)).toEqual([]);
  });
});
