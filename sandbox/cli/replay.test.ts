import { ticksOf } from './replay';

const at = (iso: string): number => Date.parse(iso);

describe('the ticks of a replay', () => {
  test('begin at the start where that is a full hour, and leave the end out', () => {
    const ticks = ticksOf(at('2012-07-16T00:00:00Z'), 5);
    expect(ticks).toHaveLength(120);
    expect(ticks[0]).toBe(at('2012-07-16T00:00:00Z'));
    expect(ticks.at(-1)).toBe(at('2012-07-20T23:00:00Z'));
  });

  test('begin at the next full hour otherwise', () => {
    const ticks = ticksOf(at('2012-07-16T05:30:00Z'), 1);
    expect(ticks).toHaveLength(24);
    expect(ticks[0]).toBe(at('2012-07-16T06:00:00Z'));
    expect(ticks.at(-1)).toBe(at('2012-07-17T05:00:00Z'));
  });
});
