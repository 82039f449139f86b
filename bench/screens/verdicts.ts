import { BUDGET, overBudget } from '../../static/build/sizes';
import type { Verdict } from '../targets';
import type { ScreenFigures, TableFigures } from './measure-screens';

const FIRST_ROWS_MS = 1_000;
const CHANGE_MS = 100;
const EXPORT_MS = 3_000;
const EXPORT_MIB = 200;
/** https://developer.atlassian.com/platform/forge/limits-invocation/: 5 MB for the answer to a screen. */
const ANSWER_KIB = (5 * 1_000 * 1_000) / 1_024;

const worst = (values: readonly number[]): number => Math.max(...values);
const kb = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** Each target for lists of 5,000 rows, against the worst that was measured. */
export function screenVerdicts(figures: ScreenFigures): Verdict[] {
  const { exports, largestAnswerKib } = figures;
  return [
    ...tableVerdicts('register', figures.register),
    ...tableVerdicts('commitments', figures.commitments),
    {
      target: `all records exported in under ${EXPORT_MS} ms and ${EXPORT_MIB} MiB`,
      figure: exports
        .map(
          ({ format, ms: took, fileKib, grownMib }) =>
            `${format} ${ms(took)}, ${grownMib?.toFixed(0) ?? 'unknown'} MiB more, a file of ${fileKib.toFixed(0)} KiB`,
        )
        .join('; '),
      met: exports.every(({ ms: took, grownMib }) => took < EXPORT_MS && (grownMib ?? Infinity) < EXPORT_MIB),
    },
    {
      target: `each page loads at most ${BUDGET / 1_000} kB of compressed JavaScript before it can be used`,
      figure: figures.pages
        .map(({ entry, start, largest }) => `${entry} ${kb(start)}, its heaviest part ${kb(largest)}`)
        .join('; '),
      met: overBudget(figures.pages).length === 0,
    },
    {
      target: `no answer is longer than 5 MB`,
      figure: `${largestAnswerKib.toFixed(0)} KiB`,
      met: largestAnswerKib < ANSWER_KIB,
    },
  ];
}

function tableVerdicts(what: string, { firstRowsMs, changesMs, scrolling }: TableFigures): Verdict[] {
  const slowest = Object.entries(changesMs).map(([name, values]) => ({ name, value: worst(values) }));
  return [
    {
      target: `${what}: first rows can be used in under ${FIRST_ROWS_MS} ms`,
      figure: ms(worst(firstRowsMs)),
      met: worst(firstRowsMs) < FIRST_ROWS_MS,
    },
    {
      target: `${what}: filter, sort and group in under ${CHANGE_MS} ms`,
      figure: slowest.map(({ name, value }) => `${name} ${ms(value)}`).join(', '),
      met: slowest.every(({ value }) => value < CHANGE_MS),
    },
    {
      target: `${what}: no blank frame while scrolling`,
      figure: `${scrolling.blank} of ${scrolling.frames}, longest ${ms(scrolling.longest)}`,
      met: scrolling.frames > 0 && scrolling.blank === 0,
    },
  ];
}
