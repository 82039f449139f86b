import fc from '../../../../test/support/properties';
import { smallest } from './smallest';

const compare = (a: number, b: number): number => a - b;

describe('smallest', () => {
  it('is the beginning of the sorted whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 })),
        fc.integer({ min: 1, max: 60 }),
        (items, count) => {
          expect(smallest(items, count, compare)).toEqual([...items].sort(compare).slice(0, count));
        },
      ),
    );
  });

  it('is the same for counts so large that all is sorted', () => {
    const items = Array.from({ length: 2_000 }, (_, i) => (i * 7_919) % 2_003);
    expect(smallest(items, 600, compare)).toEqual([...items].sort(compare).slice(0, 600));
  });
});
