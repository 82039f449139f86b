import type { StatusPoint } from '../../../api/contract';
import { labelled, pathThrough, scale, ticks } from './layout';
import { burnUp, milestoneLines } from './series';

const point = (change: Partial<StatusPoint>): StatusPoint => ({
  label: '2026-W01',
  asOf: '2026-01-02T15:00:00.000Z',
  rag: 'green',
  dimensions: [],
  open: 0,
  opened: 0,
  resolved: 0,
  ageing: null,
  risks: null,
  milestones: [],
  ...change,
});
const milestone = (id: string, date: string, released = false) => ({ id, name: `M ${id}`, date, released });

describe('a burn-up', () => {
  test('counts what was done since the first report, and all that there is', () => {
    const series = burnUp([
      point({ open: 10, resolved: 4 }),
      point({ open: 8, resolved: 3 }),
      point({ open: 12, resolved: 1 }),
    ]);
    expect(series.map(({ done, scope }) => [done, scope])).toEqual([
      [0, 10],
      [3, 11],
      [4, 16],
    ]);
  });
});

describe('a milestone trend', () => {
  test('shows those that moved before those that did not, and gaps where a report did not have one', () => {
    const still = Array.from({ length: 7 }, (_, n) => milestone(`s${n}`, `2026-03-0${n + 1}`));
    const lines = milestoneLines([
      point({ milestones: [...still, milestone('moved', '2026-05-01')] }),
      point({ milestones: still }),
      point({ milestones: [...still, milestone('moved', '2026-06-01'), milestone('new', '2026-02-01')] }),
    ]);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatchObject({ id: 'moved', dates: ['2026-05-01', null, '2026-06-01'] });
    expect(lines.map(({ id }) => id)).toContain('new');
  });
});

describe('the plane of a chart', () => {
  test('has round marks up to the highest value, and few of them', () => {
    expect(ticks(0)).toEqual([0, 1]);
    expect(ticks(4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticks(37)).toEqual([0, 10, 20, 30, 40]);
    for (const highest of [1, 7, 99, 1_234, 50_000]) {
      expect(ticks(highest).at(-1)).toBeGreaterThanOrEqual(highest);
      expect(ticks(highest).length).toBeLessThanOrEqual(6);
    }
  });

  test('puts what is all one value in the middle', () => {
    expect(scale([5, 5], [0, 100])(5)).toBe(50);
    expect(scale([0, 10], [100, 0])(2.5)).toBe(75);
  });

  test('writes the last label, and as many before it as there is room for', () => {
    expect([...labelled(26, 9)].sort((a, b) => a - b)).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25]);
    expect([...labelled(1, 9)]).toEqual([0]);
  });

  test('lifts the pen where a value is missing', () => {
    expect(pathThrough([[0, 1], [2, 3], null, [4, 5]])).toBe('M0 1L2 3M4 5');
  });
});
