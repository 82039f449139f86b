import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Filter } from './filter';
import { turned } from './sort';
import { readView, type ViewKeys, type ViewState, writeView } from './view-query';

/** How somebody looks at a table: in which order, at which part of it, under which heads. */
export interface UsedTable extends ViewState {
  readonly folded: ReadonlySet<string>;
  readonly sortBy: (column: string) => void;
  readonly change: (filter: (before: Filter) => Filter) => void;
  readonly group: (column: string | null) => void;
  readonly fold: (group: string) => void;
}

/**
 * What somebody chose for a table. It lies in the address; only which groups are folded does not.
 *
 * @param keys the same object for as long as they are the same keys
 */
export function useTableState(keys: ViewKeys): UsedTable {
  const search = useSearch();
  const [pathname, go] = useLocation();
  const view = useMemo(() => readView(search, keys), [search, keys]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  // Two changes may come before one drawing: the second builds on the first.
  const latest = useRef(view);
  latest.current = view;

  const show = useCallback(
    (part: Partial<ViewState>) => {
      latest.current = { ...latest.current, ...part };
      go(pathname + writeView(latest.current, keys), { replace: true });
    },
    [go, pathname, keys],
  );
  const sortBy = useCallback((column: string) => show({ sort: turned(latest.current.sort, column) }), [show]);
  const change = useCallback(
    (filter: (before: Filter) => Filter) => show({ filter: filter(latest.current.filter) }),
    [show],
  );
  const group = useCallback(
    (groupBy: string | null) => {
      setFolded(new Set());
      show({ groupBy });
    },
    [show],
  );
  const fold = useCallback((value: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(value)) after.add(value);
      return after;
    });
  }, []);
  return { ...view, folded, sortBy, change, group, fold };
}
