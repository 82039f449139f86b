import { moved } from './grid-keys';

const EXTENT = { rows: 100, columns: 5, page: 10 };
const from = { row: 50, column: 2 };

it.each([
  ['ArrowUp', false, 49, 2],
  ['ArrowDown', false, 51, 2],
  ['ArrowLeft', false, 50, 1],
  ['ArrowRight', false, 50, 3],
  ['PageUp', false, 40, 2],
  ['PageDown', false, 60, 2],
  ['Home', false, 50, 0],
  ['End', false, 50, 4],
  ['Home', true, 0, 0],
  ['End', true, 99, 4],
])('%s (with Control: %s) leads to row %i, column %i', (key, ctrlKey, row, column) => {
  expect(moved(from, { key, ctrlKey }, EXTENT)).toEqual({ row, column });
});

it.each([
  [{ row: 0, column: 0 }, 'ArrowUp'],
  [{ row: 0, column: 0 }, 'ArrowLeft'],
  [{ row: 99, column: 4 }, 'ArrowDown'],
  [{ row: 99, column: 4 }, 'ArrowRight'],
])('stays at an edge: %j, %s', (position, key) => {
  expect(moved(position, { key, ctrlKey: false }, EXTENT)).toEqual(position);
});

it('goes to the last row where less than a page is left', () => {
  expect(moved({ row: 95, column: 0 }, { key: 'PageDown', ctrlKey: false }, EXTENT)?.row).toBe(99);
});

it('leaves other keys alone', () => {
  expect(moved(from, { key: 'Tab', ctrlKey: false }, EXTENT)).toBeNull();
});
