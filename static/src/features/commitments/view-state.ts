import { EVERYTHING, type Filter } from '../../shared/table/filter';
import type { Sort } from '../../shared/table/sort';

/** How somebody looks at the commitments. It lies in the address, so that a link shows another person the same. */
export interface ViewState {
  readonly filter: Filter;
  readonly sort: Sort;
  /** The column whose values are the groups. */
  readonly groupBy: string | null;
}

/** Columns whose values can be chosen, by the names that they have in the address. */
export const FACETS = ['source', 'owner', 'stage', 'age', 'severity', 'held'] as const;
export const GROUPS = ['owner', 'stage', 'source', 'age', 'severity'] as const;

/** Oldest dates first: what is late stands at the top. */
const START: Sort = { column: 'due', descending: false };

/** More than any screen offers; a longer list is no choice that somebody made. */
const AT_MOST = 500;

/** @param search an address's query, without its question mark; what it does not know is left out */
export function readView(search: string): ViewState {
  const query = new URLSearchParams(search);
  const among = FACETS.flatMap((key) => {
    const values = query.get(key)?.split(',').slice(0, AT_MOST);
    return values === undefined ? [] : [[key, values] as const];
  });
  const sort = /^(-?)([a-z]+)$/i.exec(query.get('sort') ?? '');
  const group = GROUPS.find((one) => one === query.get('group'));
  return {
    filter: { ...EVERYTHING, text: query.get('q') ?? '', among: Object.fromEntries(among) },
    sort: sort?.[2] === undefined ? START : { column: sort[2], descending: sort[1] === '-' },
    groupBy: group ?? null,
  };
}

/** @returns the query that `readView` reads, with its question mark; empty for how the list begins */
export function writeView({ filter, sort, groupBy }: ViewState): string {
  const query = new URLSearchParams();
  if (filter.text.trim() !== '') query.set('q', filter.text);
  for (const key of FACETS) {
    const values = filter.among[key] ?? [];
    if (values.length > 0) query.set(key, values.join(','));
  }
  if (sort.column !== START.column || sort.descending)
    query.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  if (groupBy !== null) query.set('group', groupBy);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
