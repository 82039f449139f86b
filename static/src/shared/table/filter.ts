import { NO_VALUE, type TableColumn } from './table-column';

/** Both ends belong to it; an end that is absent is open. Dates are `YYYY-MM-DD`. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/** What a person asked to see. Parts are joined by "and", the values of one column by "or". */
export interface Filter {
  readonly text: string;
  /** By column: the values of which a row must have one. No value chosen is no condition. */
  readonly among: Readonly<Record<string, readonly string[]>>;
  /** By column. A row without a date is in no range. */
  readonly dates: Readonly<Record<string, DateRange>>;
}

export const EVERYTHING: Filter = { text: '', among: {}, dates: {} };

/** How many conditions are set; a search by words counts as one. */
export const conditionCount = ({ text, among, dates }: Filter): number =>
  Number(text.trim() !== '') +
  Object.values(among).filter((values) => values.length > 0).length +
  Object.values(dates).filter(({ from, to }) => from !== undefined || to !== undefined).length;

/**
 * The rows that meet every condition. Conditions on columns that there are not are left out.
 *
 * @param wordsOf What a search by words looks through, in lower case.
 */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  wordsOf: (row: Row) => string,
  filter: Filter,
): Row[] {
  const tests = [
    ...facetTests(columns, filter),
    ...dateTests(columns, filter),
    ...wordTests(wordsOf, filter),
  ];
  return rows.filter((row) => tests.every((test) => test(row)));
}

function wordTests<Row>(wordsOf: (row: Row) => string, { text }: Filter) {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  return terms.map((term) => (row: Row) => wordsOf(row).includes(term));
}

function facetTests<Row>(columns: readonly TableColumn<Row>[], { among }: Filter) {
  return columns.flatMap(({ key, facet }) => {
    const wanted = new Set(among[key] ?? []);
    if (facet === undefined || wanted.size === 0) return [];
    return (row: Row) => {
      const values = facet.of(row);
      return values.length === 0 ? wanted.has(NO_VALUE) : values.some((value) => wanted.has(value));
    };
  });
}

function dateTests<Row>(columns: readonly TableColumn<Row>[], { dates }: Filter) {
  return columns.flatMap(({ key, date }) => {
    const { from, to } = dates[key] ?? {};
    if (date === undefined || (from === undefined && to === undefined)) return [];
    return (row: Row) => {
      const on = date(row);
      return on !== null && (from === undefined || on >= from) && (to === undefined || on <= to);
    };
  });
}

/** The filter with a value chosen that was not, or no longer chosen that was. */
export function toggled(filter: Filter, column: string, value: string): Filter {
  const before = filter.among[column] ?? [];
  const values = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...filter, among: { ...filter.among, [column]: values } };
}

/** The filter without its conditions on a column. */
export function without(filter: Filter, column: string): Filter {
  const rest = <T>(by: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(by).filter(([key]) => key !== column));
  return { ...filter, among: rest(filter.among), dates: rest(filter.dates) };
}
