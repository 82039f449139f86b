import { answered, made, overlaid, type Pending, rolledBack } from './optimistic';

type List = readonly string[];
const without = (item: string) => (list: List) => list.filter((one) => one !== item);
const pending: readonly Pending<List>[] = [
  { id: 1, change: without('a'), isMade: false },
  { id: 2, change: without('b'), isMade: false },
];

it('shows the changes over the answer', () => {
  expect(overlaid(['a', 'b', 'c'], pending)).toEqual(['c']);
});

it('takes one change back and keeps the others', () => {
  expect(overlaid(['a', 'b', 'c'], rolledBack(pending, 1))).toEqual(['a', 'c']);
});

it('keeps a change that was made until an answer shows it, without a flicker', () => {
  const later = made(pending, 1);
  expect(overlaid(['a', 'b', 'c'], later)).toEqual(['c']);
  expect(overlaid(['b', 'c'], answered(later))).toEqual(['c']);
  expect(answered(later).map(({ id }) => id)).toEqual([2]);
});
