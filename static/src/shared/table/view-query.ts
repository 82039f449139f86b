import type { DateRange, Filter } from './filter';
import type { Sort } from './sort';

/** How somebody looks at a table. It lies in the address, so that a link shows another person the same. */
export interface ViewState {
  readonly filter: Filter;
  readonly sort: Sort;
  /** The column whose values are the groups. */
  readonly groupBy: string | null;
}

/** What a table's address may name; whatever else it says is left out. */
export interface ViewKeys {
  /** Columns whose values can be chosen. */
  readonly facets: readonly string[];
  /** Columns with a range of dates. */
  readonly dates: readonly string[];
  readonly groups: readonly string[];
  /** How the table begins, without groups. */
  readonly start: Pick<ViewState, 'filter' | 'sort'>;
}

/** More than any screen offers; a longer list is no choice that somebody made. */
const AT_MOST = 500;
/** Says that all values are shown, where the table begins with some. */
const ALL = '*';
const BETWEEN = '..';
const RANGE = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/;

/** @param search an address's query, without its question mark */
export function readView(search: string, { facets, dates, groups, start }: ViewKeys): ViewState {
  const query = new URLSearchParams(search);
  const chosen = facets.flatMap((key) => {
    const values = query.getAll(key).slice(0, AT_MOST);
    if (values.length === 0) return [];
    return [[key, values[0] === ALL ? [] : values] as const];
  });
  const ranges = dates.flatMap((key) => {
    const [, from, to] = RANGE.exec(query.get(key) ?? '') ?? [];
    return from === undefined && to === undefined ? [] : [[key, rangeOf(from, to)] as const];
  });
  const sort = /^(-?)(\w+)$/.exec(query.get('sort') ?? '');
  return {
    filter: {
      text: query.get('q') ?? start.filter.text,
      among: { ...start.filter.among, ...Object.fromEntries(chosen) },
      dates: { ...start.filter.dates, ...Object.fromEntries(ranges) },
    },
    sort: sort?.[2] === undefined ? start.sort : { column: sort[2], descending: sort[1] === '-' },
    groupBy: groups.find((one) => one === query.get('group')) ?? null,
  };
}

const rangeOf = (from: string | undefined, to: string | undefined): DateRange => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** @returns the query that `readView` reads, with its question mark; empty for how the table begins */
export function writeView({ filter, sort, groupBy }: ViewState, { facets, dates, start }: ViewKeys): string {
  const query = new URLSearchParams();
  if (filter.text.trim() !== '') query.set('q', filter.text);
  for (const key of facets) {
    const values = filter.among[key] ?? [];
    const atStart = start.filter.among[key] ?? [];
    if (values.join('\n') === atStart.join('\n')) continue;
    for (const value of values.length === 0 ? [ALL] : values) query.append(key, value);
  }
  for (const key of dates) {
    const { from = '', to = '' } = filter.dates[key] ?? {};
    if (from !== '' || to !== '') query.set(key, from + BETWEEN + to);
  }
  if (sort.column !== start.sort.column || sort.descending !== start.sort.descending)
    query.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  if (groupBy !== null) query.set('group', groupBy);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
