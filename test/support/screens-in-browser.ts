import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { appInUse } from './screen-answers';
import {
  type Answering,
  type AppAnswers,
  openScreen,
  serveScreens,
  type OpenScreen,
  type ScreenOptions,
} from './screens';

export const PROJECT = {
  type: 'jira:projectPage',
  project: { id: '10000', key: 'PRJ', type: 'software' },
};
export const ISSUE = {
  type: 'jira:issuePanel',
  issue: { id: '10007', key: 'PRJ-7' },
  project: PROJECT.project,
};

/** Opens screens of the app in use, unless a test gives other answers; the project page at its registers, unless it names a part. */
export type Open = (
  screen: string,
  extension: ScreenOptions['extension'],
  answers?: Answering,
  more?: Partial<ScreenOptions>,
) => Promise<OpenScreen>;

/** Starts a browser for the tests of the calling file, and closes its pages after each. */
export function screensInBrowser(): Open {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveScreens>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveScreens()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  return (screen, extension, answers = appInUse(), more = {}) =>
    openScreen(browser, `${site.url}/${screen}.html`, answers, {
      extension,
      ...(screen === 'project-page' ? { path: '/registers' } : {}),
      ...more,
    });
}

/** What the app was last asked by this name. */
export const lastAsked = (answers: AppAnswers, name: string) =>
  answers.asked.filter((asked) => asked.name === name).at(-1)?.request;

/** A refusal, as the app words it. */
export const problem = (
  code: 'BAD_INPUT' | 'CONFLICT' | 'FORBIDDEN' | 'RATE_LIMITED',
  message: string,
  fields = {},
) => ({ ok: false, problem: { code, message, fields } }) as const;

/** Opens a part of the project page by its name in the bar. */
export const goTo = (page: Page | Frame, part: string): Promise<void> =>
  page
    .getByRole('navigation', { name: /^(Docket|Messages)$/ })
    .getByRole('link', { name: part, exact: true })
    .click();
