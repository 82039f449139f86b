import type { Measured } from './measure';
import {
  changeOfPoints,
  cpuPerMessage,
  pointsPerMessage,
  shareOfLimit,
  timesFloor,
  type Verdict,
} from './targets';

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const mib = (value: number | null): string => (value === null ? '-' : number(value));
const percent = (value: number): string => `${value >= 0 ? '+' : ''}${number(100 * value, 2)} %`;

type Row = readonly [label: string, ...cells: string[]];

function rowsOf(sizes: readonly Measured[]): Row[] {
  const row = (label: string, cell: (size: Measured, before: Measured | undefined) => string): Row => [
    label,
    ...sizes.map((size, i) => cell(size, sizes[i - 1])),
  ];
  const operations = [...new Set(sizes.flatMap(({ week }) => Object.keys(week.total.calls)))].sort();
  return [
    row('issues', ({ issues }) => number(issues)),
    row('messages', ({ week }) => number(week.messages.length)),
    row('  missing', ({ difference }) => number(difference.missing.length)),
    row('  unexpected', ({ difference }) => number(difference.unexpected.length)),
    row('points', ({ week }) => number(week.total.points)),
    row('  of them for switching on', ({ week }) => number(week.switchingOn.points)),
    row('  change by the other issues', (size, before) =>
      before ? percent(changeOfPoints(before, size)) : '',
    ),
    row('floor', ({ floor }) => number(floor.points)),
    row('  comments', ({ floor }) => number(floor.comments)),
    row('  issues read', ({ floor }) => number(floor.reads)),
    row('  searches', ({ floor }) => number(floor.searches)),
    row('points a message', (size) => number(pointsPerMessage(size), 2)),
    row('points / floor', (size) => number(timesFloor(size), 2)),
    row('calls', ({ week }) =>
      number(Object.values(week.total.calls).reduce((sum, count) => sum + count, 0)),
    ),
    ...operations.map((name) => row(`  ${name}`, ({ week }) => number(week.total.calls[name] ?? 0))),
    row('CPU seconds', ({ week }) => number(week.cpuSeconds, 1)),
    row('CPU milliseconds a message', (size) => number(cpuPerMessage(size), 2)),
    row('peak memory, MiB', ({ week }) => mib(week.memoryMib.rssPeak)),
    row('  once seeded', ({ week }) => mib(week.memoryMib.rssSeeded)),
    row('  live heap before the tenant', ({ week }) => mib(week.memoryMib.heapBefore)),
    row('  live heap once seeded', ({ week }) => mib(week.memoryMib.heapSeeded)),
    row('  live heap after the week', ({ week }) => mib(week.memoryMib.heapAfter)),
    row('invocations', ({ week }) => number(week.invocations)),
    row('longest at 150 ms a call, s', ({ slowWeek: { longest } }) => number(longest.elapsedMs / 1000, 1)),
    row('  whose', ({ slowWeek: { longest } }) => longest.module),
    row('  share of its limit', (size) => percent(shareOfLimit(size)).slice(1)),
  ];
}

/** The figures of all sizes side by side, a column a size. */
export function tableOf(sizes: readonly Measured[]): string[] {
  const rows = rowsOf(sizes);
  const label = Math.max(...rows.map(([text]) => text.length));
  const cell = Math.max(...rows.flatMap(([, ...cells]) => cells.map(({ length }) => length)));
  return rows.map(([text, ...cells]) =>
    [text.padEnd(label), ...cells.map((value) => value.padStart(cell))].join('  ').trimEnd(),
  );
}

export const verdictLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map(({ target, figure, met }) => `${met ? 'met    ' : 'NOT met'}  ${target} (${figure})`);
