import type { Browser, Frame } from 'playwright-core';
import { z } from 'zod';
import { type EntrySize, sizesOfBuild } from '../../static/build/sizes';
import { launchBrowser } from '../../test/support/browser';
import { DIST } from '../../test/support/screens';
import { PROBES } from './in-page';
import { type ExportFigures, measureExports } from './measure-export';
import { serveLists } from './site';

/** How often the page is opened, and each change of the table made: the worst counts. */
const TIMES = 5;
const KIB = 1024;

const Loading = z.object({ firstRows: z.number(), allRows: z.number() });
const Scrolled = z.object({ frames: z.number(), blank: z.number(), longest: z.number() });

/** Milliseconds of a long table on the project page, measured inside a headless Chromium. */
export interface TableFigures {
  readonly firstRowsMs: readonly number[];
  readonly allRowsMs: readonly number[];
  /** By what was done to the table. */
  readonly changesMs: Readonly<Record<string, readonly number[]>>;
  readonly scrolling: z.output<typeof Scrolled>;
}

/** Milliseconds, KiB and counts of a long register and as many commitments on the project page, measured inside a headless Chromium. */
export interface ScreenFigures {
  readonly rows: number;
  readonly register: TableFigures;
  readonly commitments: TableFigures;
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
type Changes = Readonly<Record<string, readonly [change: string, back: string]>>;
const OF_REGISTER: Changes = {
  'sort by summary': ["sort('Summary')", "sort('Summary')"],
  'sort by owner': ["sort('Owner')", "sort('Owner')"],
  'sort by score': ["sort('Score')", "sort('Score')"],
  'search by words': ["type('data centre rehearsal')", "type('')"],
  'open and closed': ['openOnly()', 'openOnly()'],
  'a field of the heat map': ['field()', 'field()'],
  'group by state': ["group('State')", "group('No groups')"],
};
const OF_COMMITMENTS: Changes = {
  'sort by what': ["sort('What')", "sort('Due')"],
  'sort by owner': ["sort('Owner')", "sort('Due')"],
  'search by words': ["type('data centre rehearsal')", "type('')"],
  'filter by a bar': ['bar()', 'bar()'],
  'group by owner': ["group('Owner')", "group('No groups')"],
};

/** Opens a register and a list of commitments of so many rows as a person would, and has the browser measure itself. */
export async function measureScreens(rows: number): Promise<ScreenFigures> {
  const site = await serveLists(rows);
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await site.close();
    throw cause;
  });
  try {
    const register = await measureTable(browser, site.register, OF_REGISTER);
    const exports = await measureExports(browser, register.last.page, register.last.frame);
    const commitments = await measureTable(browser, site.commitments, OF_COMMITMENTS);
    return {
      rows,
      register: register.figures,
      commitments: commitments.figures,
      exports,
      largestAnswerKib:
        Math.max(...[...register.opened, ...commitments.opened].flatMap(({ answers }) => answers)) / KIB,
      loadedKib: register.last.loaded / KIB,
      pages: sizesOfBuild(DIST),
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureTable(browser: Browser, url: string, changes: Changes) {
  const opened: Opened[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    // One page at a time: those from before would go on with their work beside it.
    await opened.at(-1)?.page.close();
    opened.push(await open(browser, url));
  }
  const last = opened.at(-1);
  if (last === undefined) throw new Error('The page was never opened.');
  const changesMs: Record<string, number[]> = {};
  for (const [name, [change, back]] of Object.entries(changes)) {
    changesMs[name] = [];
    for (let turn = 0; turn < TIMES; turn += 1) {
      for (const one of [change, back]) changesMs[name].push(await after(last.frame, one));
    }
  }
  const figures: TableFigures = {
    firstRowsMs: opened.map(({ loading }) => loading.firstRows),
    allRowsMs: opened.map(({ loading }) => loading.allRows),
    changesMs,
    scrolling: Scrolled.parse(await last.frame.evaluate('docketProbes.scroll(0.8)')),
  };
  return { figures, opened, last };
}

type Opened = Awaited<ReturnType<typeof open>>;

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
