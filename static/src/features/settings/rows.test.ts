import { changedRow, toRows, withoutRow, withRow } from './rows';

it('gives a new row a number that no other has, also after one has gone', () => {
  const rows = withoutRow(toRows([{ a: 1 }, { a: 2 }, { a: 3 }]), 1);
  expect(withRow(rows, { a: 4 }).map(({ row }) => row)).toEqual([0, 2, 3]);
  expect(withRow<{ a: number }>([], { a: 1 })).toEqual([{ a: 1, row: 0 }]);
});

it('changes one row and leaves the others as they are', () => {
  const rows = toRows([{ a: 1 }, { a: 2 }]);
  const changed = changedRow(rows, 1, { a: 9 });
  expect(changed).toEqual([
    { a: 1, row: 0 },
    { a: 9, row: 1 },
  ]);
  expect(changed[0]).toBe(rows[0]);
});
