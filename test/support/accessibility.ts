import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';

interface Axe {
  run(): Promise<{
    violations: readonly {
      readonly id: string;
      readonly impact?: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }[];
  }>;
}

let source: Promise<string> | undefined;

/** @returns What axe-core calls a serious or critical fault in the page as it stands, one line each. */
export async function seriousFaults(page: Page | Frame): Promise<string[]> {
  source ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await source);
  // A colour that is still fading in is not the colour that a reader meets.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished)).then(() => null)',
  );
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' | ')}`,
      );
  });
}
