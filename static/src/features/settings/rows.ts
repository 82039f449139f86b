/** A row of an editable list; its number tells it from others while it moves, and is never sent. */
export interface Row {
  readonly row: number;
}

/** Numbers the items of a list. */
export const toRows = <T extends object>(items: readonly T[]): (T & Row)[] =>
  items.map((item, row) => ({ ...item, row }));

/** Adds a row that no other has the number of. */
export const withRow = <T extends object>(rows: readonly (T & Row)[], item: T): (T & Row)[] => [
  ...rows,
  { ...item, row: Math.max(-1, ...rows.map(({ row }) => row)) + 1 },
];

export const withoutRow = <T extends Row>(rows: readonly T[], gone: number): T[] =>
  rows.filter(({ row }) => row !== gone);

export const changedRow = <T extends Row>(rows: readonly T[], row: number, change: Partial<T>): T[] =>
  rows.map((one) => (one.row === row ? { ...one, ...change } : one));
