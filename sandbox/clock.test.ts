import fc from '../test/support/properties';
import { createClock } from './clock';

describe('the clock', () => {
  test('runs work in order of time, then of scheduling', async () => {
    const instants = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(instants, async (ats) => {
        const clock = createClock(0);
        const ran: [at: number, sequence: number][] = [];
        ats.forEach((at, sequence) => clock.schedule(at, () => void ran.push([at, sequence])));
        await clock.advanceTo(20);
        const expected = ats.map((at, sequence): [number, number] => [at, sequence]);
        expect(ran).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  test('stands at the instant of the work that runs', async () => {
    const clock = createClock(1000);
    const seen: number[] = [];
    for (const at of [500, 1500, 2500]) clock.schedule(at, () => void seen.push(clock.now()));
    await clock.advanceTo(2000);
    expect(seen).toEqual([1000, 1500]);
    expect(clock.now()).toBe(2000);
    expect(clock.next()).toBe(2500);
  });

  test('runs work that other work schedules, where it is due within the same advance', async () => {
    const clock = createClock(0);
    const seen: number[] = [];
    const again = (): void => {
      seen.push(clock.now());
      clock.schedule(clock.now() + 10, again);
    };
    clock.schedule(10, again);
    await clock.advance(35);
    expect(seen).toEqual([10, 20, 30]);
  });

  test('forgets cancelled work and nothing else, even at the same instant', async () => {
    const clock = createClock(0);
    const seen: string[] = [];
    const scheduled = ['a', 'b', 'c'].map((name) => clock.schedule(5, () => void seen.push(name)));
    scheduled[1]?.cancel();
    scheduled[1]?.cancel();
    await clock.advanceTo(5);
    scheduled[0]?.cancel();
    expect(seen).toEqual(['a', 'c']);
    expect(clock.next()).toBeUndefined();
  });

  test('refuses to go back, to start nowhere, and to be moved by the work it runs', async () => {
    expect(() => createClock(Number.NaN)).toThrow(RangeError);
    const clock = createClock(100);
    await expect(clock.advanceTo(99)).rejects.toThrow('cannot go to 99');
    clock.schedule(101, () => clock.advance(1));
    await expect(clock.advanceTo(102)).rejects.toThrow('already being advanced');
  });
});
