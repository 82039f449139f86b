import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';

interface Axe {
  run(options: object): Promise<{
    violations: readonly {
      readonly id: string;
      readonly impact?: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }[];
  }>;
}

let source: Promise<string> | undefined;

/**
 * @param rules the names of axe-core's rules to look by; all where absent.
 * @returns What axe-core calls a serious or critical fault in the page as it stands, without what is in its frames, one
 * line each.
 */
export async function seriousFaults(page: Page | Frame, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) {
    source ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(await source);
  }
  // A colour that is still fading in is not the colour that a reader meets.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished)).then(() => null)',
  );
  // A frame of another origin answers nothing: to ask it only waits.
  // To describe what passed takes as long as to look at it.
  const options = { iframes: false, resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) };
  return page.evaluate(async (how) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(how);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' | ')}`,
      );
  }, options);
}
