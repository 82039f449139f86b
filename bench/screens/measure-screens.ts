import type { Browser, Frame } from 'playwright-core';
import { z } from 'zod';
import { type EntrySize, sizesOfBuild } from '../../static/build/sizes';
import { launchBrowser } from '../../test/support/browser';
import { DIST } from '../../test/support/screens';
import { PROBES } from './in-page';
import { type ExportFigures, measureExports } from './measure-export';
import { serveRegister } from './register-site';

/** How often the page is opened, and each change of the table made: the worst counts. */
const TIMES = 5;
const KIB = 1024;

const Loading = z.object({ firstRows: z.number(), allRows: z.number() });
const Scrolled = z.object({ frames: z.number(), blank: z.number(), longest: z.number() });

/** Milliseconds, KiB and counts of a long register on the project page, measured inside a headless Chromium. */
export interface ScreenFigures {
  readonly records: number;
  readonly firstRowsMs: readonly number[];
  readonly allRowsMs: readonly number[];
  /** By what was done to the table. */
  readonly changesMs: Readonly<Record<string, readonly number[]>>;
  readonly scrolling: z.output<typeof Scrolled>;
  /** Of all records, in the columns that people see first. */
  readonly exports: readonly ExportFigures[];
  /** The longest answer of the app. */
  readonly largestAnswerKib: number;
  /** Scripts and styles that were loaded before the first rows. */
  readonly loadedKib: number;
  /** What each page of the app weighs. */
  readonly pages: readonly EntrySize[];
}

/** Each change, and what puts the table back. */
const CHANGES: Readonly<Record<string, readonly [change: string, back: string]>> = {
  'sort by summary': ["sort('Summary')", "sort('Summary')"],
  'sort by owner': ["sort('Owner')", "sort('Owner')"],
  'sort by score': ["sort('Score')", "sort('Score')"],
  'search by words': ["type('data centre rehearsal')", "type('')"],
  'open and closed': ['openOnly()', 'openOnly()'],
  'a field of the heat map': ['field()', 'field()'],
  'group by state': ["group('State')", "group('No groups')"],
};

/** Opens a register of so many records as a person would, and has the browser measure itself. */
export async function measureScreens(records: number): Promise<ScreenFigures> {
  const site = await serveRegister(records);
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await site.close();
    throw cause;
  });
  try {
    const opened = [];
    for (let turn = 0; turn < TIMES; turn += 1) opened.push(await open(browser, site.url));
    const last = opened.at(-1);
    if (last === undefined) throw new Error('The page was never opened.');
    const changesMs: Record<string, number[]> = {};
    for (const [name, [change, back]] of Object.entries(CHANGES)) {
      changesMs[name] = [];
      for (let turn = 0; turn < TIMES; turn += 1) {
        for (const one of [change, back]) changesMs[name].push(await after(last.frame, one));
      }
    }
    const scrolling = Scrolled.parse(await last.frame.evaluate('docketProbes.scroll(0.8)'));
    const exports = await measureExports(browser, last.page, last.frame);
    return {
      records,
      firstRowsMs: opened.map(({ loading }) => loading.firstRows),
      allRowsMs: opened.map(({ loading }) => loading.allRows),
      changesMs,
      scrolling,
      exports,
      largestAnswerKib: Math.max(...opened.flatMap(({ answers }) => answers)) / KIB,
      loadedKib: last.loaded / KIB,
      pages: sizesOfBuild(DIST),
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

const after = async (frame: Frame, change: string): Promise<number> =>
  z.number().parse(await frame.evaluate(`docketProbes.after(() => docketProbes.${change})`));

async function open(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript({ content: PROBES });
  const sizes: Promise<{ readonly isAnswer: boolean; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith('/__app/') || path === '/__bridge')
      sizes.push(response.body().then(({ length }) => ({ isAnswer: path === '/__bridge', bytes: length })));
  });
  await page.goto(url);
  const element = await page.waitForSelector('iframe.app-frame');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`There is no screen of the app on ${url}.`);
  await frame.waitForURL(/__app/, { waitUntil: 'commit' });
  await frame.evaluate('docketProbes.done');
  const measured = await Promise.all(sizes);
  return {
    page,
    frame,
    loading: Loading.parse(
      await frame.evaluate('({ firstRows: docketProbes.firstRows, allRows: docketProbes.allRows })'),
    ),
    answers: measured.filter(({ isAnswer }) => isAnswer).map(({ bytes }) => bytes),
    loaded: measured.filter(({ isAnswer }) => !isAnswer).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
