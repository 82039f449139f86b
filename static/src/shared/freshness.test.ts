import { ago, FRESH_MS, isPassing, isStale } from './freshness';

it.each([
  ['is fresh at once', 1_000, 0, 1_000, false],
  ['is fresh just before its time', 1_000, 0, 1_000 + FRESH_MS - 1, false],
  ['is stale at its time', 1_000, 0, 1_000 + FRESH_MS, true],
  ['is stale where something changed since', 1_000, 1_001, 1_002, true],
  ['is fresh where it was asked for because of the change', 1_000, 1_000, 1_002, false],
])('an answer %s', (_, asked, changed, now, stale) => {
  expect(isStale(asked, changed, now)).toBe(stale);
});

it('is kept on the screen through what passes, not through what was taken away', () => {
  expect(['OFFLINE', 'RATE_LIMITED', 'UPSTREAM_DOWN'].map(isPassing)).toEqual([true, true, true]);
  expect(['FORBIDDEN', 'NOT_FOUND', 'NO_LICENCE'].map(isPassing)).toEqual([false, false, false]);
});

it.each([
  [59_000, 'this minute'],
  [7 * 60_000, '7 minutes ago'],
  [125 * 60_000, '2 hours ago'],
])('says of %i milliseconds: %s', (milliseconds, words) => {
  expect(ago(milliseconds, 'en-US')).toBe(words);
});
