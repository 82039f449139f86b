import fc from '../../test/support/properties';
import { sameJson } from './json';

const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reordered(part)]),
  );
};

describe('sameJson', () => {
  it('does not look at the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameJson(value, reordered(value))));
  });

  it('tells apart what JSON tells apart', () => {
    const sorted = (value: unknown): string =>
      JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
        expect(sameJson(one, other)).toBe(sorted(one) === sorted(other));
      }),
    );
  });

  it.each([
    [[], {}],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [null, {}],
    [1, '1'],
    [[1], [1, 2]],
  ])('%j is not %j', (one, other) => {
    expect([sameJson(one, other), sameJson(other, one)]).toEqual([false, false]);
  });
});
