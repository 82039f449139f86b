import { useCallback, useState } from 'react';
import type { Filter } from './filter';
import { turned, type Sort } from './sort';

/** How somebody looks at a table: in which order, at which part of it, under which heads. */
export interface TableState {
  readonly sort: Sort;
  readonly filter: Filter;
  /** The column whose values are the groups. */
  readonly groupBy: string | null;
  readonly folded: ReadonlySet<string>;
}

export interface UsedTable extends TableState {
  readonly sortBy: (column: string) => void;
  readonly change: (filter: (before: Filter) => Filter) => void;
  readonly group: (column: string | null) => void;
  readonly fold: (group: string) => void;
}

export function useTableState(start: Pick<TableState, 'sort' | 'filter'>): UsedTable {
  const [state, setState] = useState<TableState>({ ...start, groupBy: null, folded: new Set() });
  const sortBy = useCallback(
    (column: string) => setState((before) => ({ ...before, sort: turned(before.sort, column) })),
    [],
  );
  const change = useCallback(
    (filter: (before: Filter) => Filter) =>
      setState((before) => ({ ...before, filter: filter(before.filter) })),
    [],
  );
  const group = useCallback(
    (groupBy: string | null) => setState((before) => ({ ...before, groupBy, folded: new Set() })),
    [],
  );
  const fold = useCallback((value: string) => {
    setState((before) => {
      const folded = new Set(before.folded);
      if (!folded.delete(value)) folded.add(value);
      return { ...before, folded };
    });
  }, []);
  return { ...state, sortBy, change, group, fold };
}
