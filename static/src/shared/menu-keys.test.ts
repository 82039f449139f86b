import { itemAfter } from './menu-keys';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['a', 1, null],
])('%s on item %i of three leads to %s', (key, at, to) => {
  expect(itemAfter(key, at, 3)).toBe(to);
});
