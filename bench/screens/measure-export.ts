import { readFile, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Browser, Frame, Page } from 'playwright-core';

const FORMATS = { csv: 'CSV file', xlsx: 'Excel file' } as const;
const KIB = 1024;

export interface ExportFigures {
  readonly format: keyof typeof FORMATS;
  /** From the click until the file is in the downloads. */
  readonly ms: number;
  readonly fileKib: number;
  /** How far the page's process grew beyond what it had before; `null` where the system does not tell. */
  readonly grownMib: number | null;
}

/** Saves all of a register, in the columns that people see first, in each format. */
export async function measureExports(browser: Browser, page: Page, frame: Frame): Promise<ExportFigures[]> {
  await frame.getByLabel('Open only').uncheck();
  const figures: ExportFigures[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    await frame.getByRole('button', { name: 'Export' }).click();
    const memory = await watchMemory(browser);
    const start = performance.now();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: FORMATS[format] }).click(),
    ]);
    const path = await download.path();
    const ms = performance.now() - start;
    figures.push({ format, ms, fileKib: (await readFile(path)).length / KIB, grownMib: await memory() });
    await page.keyboard.press('Escape');
  }
  return figures;
}

/** Watches the most that the browser's pages need, as Linux counts it: what a garbage collector frees later included. */
async function watchMemory(browser: Browser): Promise<() => Promise<number | null>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = await Promise.all(
    ids.map(async (id) => {
      // https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html: 5 sets the peak to what is used now.
      await writeFile(`/proc/${id}/clear_refs`, '5').catch(() => undefined);
      return peakKib(id);
    }),
  );
  return async () => {
    const after = await Promise.all(ids.map(peakKib));
    const grown = after.map((peak, i) => (peak ?? NaN) - (before[i] ?? NaN)).filter(Number.isFinite);
    return grown.length > 0 ? Math.max(...grown) / KIB : null;
  };
}

async function peakKib(id: number): Promise<number | null> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kib === undefined ? null : Number(kib);
}
