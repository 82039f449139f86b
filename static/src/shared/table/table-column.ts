/** What rows share with others, so that people filter and group by it: a state, an owner, a band. */
export interface Facet<Row> {
  /** The values that a row has; none where it is empty. */
  readonly of: (row: Row) => readonly string[];
  readonly label: (value: string) => string;
  /** Where a value stands among the others: lifecycles and scales have an order of their own, names the alphabet's. */
  readonly rank: (value: string) => string | number;
}

/** A column of a table: what it is called, and what its rows are sorted, filtered and grouped by. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** `null` where the row has nothing here: it comes last, whichever way the table is sorted. */
  readonly sortKey: (row: Row) => string | number | null;
  readonly facet?: Facet<Row>;
  /** `YYYY-MM-DD`, for columns that a range of dates can filter; `null` where the row has none. */
  readonly date?: (row: Row) => string | null;
}

/** Stands for rows without a value, in filters and as a group. */
export const NO_VALUE = '';

/** A value that rows have, and how many of them. */
export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

// A collator is expensive to make and is asked ten thousand times in one sort.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers by size, words as in a dictionary; numbers come before words. */
export function compareKeys(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other);
  return typeof one === 'number' ? -1 : 1;
}

/** @returns The values that occur among the rows, in the facet's order; "no value" last, and only where it occurs. */
export function choicesOf<Row>(facet: Facet<Row>, rows: readonly Row[], empty: string): FacetChoice[] {
  const counts = new Map<string, number>();
  const count = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const row of rows) {
    const values = facet.of(row);
    if (values.length === 0) count(NO_VALUE);
    else values.forEach(count);
  }
  const without = counts.get(NO_VALUE);
  counts.delete(NO_VALUE);
  const choices = [...counts]
    .map(([value, count]) => ({ value, label: facet.label(value), count, rank: facet.rank(value) }))
    .sort((one, other) => compareKeys(one.rank, other.rank))
    .map(({ value, label, count }) => ({ value, label, count }));
  return without === undefined ? choices : [...choices, { value: NO_VALUE, label: empty, count: without }];
}
