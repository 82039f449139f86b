import { useCallback, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { CommitmentView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { type Filter, filterRows, without } from '../../shared/table/filter';
import { grouped, type Line, ungrouped } from '../../shared/table/lines';
import { sortRows, turned } from '../../shared/table/sort';
import { useFormat } from '../../shared/viewer';
import { columnsOf, conditions, type Names, nameOf } from './columns';
import { readView, type ViewState, writeView } from './view-state';

/** The commitments as somebody looks at them; what they chose lies in the address. */
export function useCommitmentTable(rows: readonly CommitmentView[], names: Names) {
  const format = useFormat();
  const search = useSearch();
  const [pathname, go] = useLocation();
  const view = useMemo(() => readView(search), [search]);
  const { filter, sort, groupBy } = view;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());

  const columns = useMemo(() => columnsOf(names, format), [names, format]);
  const tested = useMemo(() => [...columns, ...conditions()], [columns]);
  const wordsOf = useMemo(() => wordsWith(names), [names]);
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === sort.column);
    return column === undefined ? rows : sortRows(rows, column, sort.descending);
  }, [columns, rows, sort]);
  const shown = useMemo(() => filterRows(sorted, tested, wordsOf, filter), [sorted, tested, wordsOf, filter]);
  /** What the other conditions leave: the pictures offer the values of their own. */
  const beside = useCallback(
    (key: string) => filterRows(rows, tested, wordsOf, without(filter, key)),
    [rows, tested, wordsOf, filter],
  );
  const lines = useMemo((): readonly Line<CommitmentView>[] => {
    const facet = tested.find(({ key }) => key === groupBy)?.facet;
    return facet === undefined ? ungrouped(shown) : grouped(shown, facet, folded, t('commitments.none'));
  }, [tested, shown, groupBy, folded]);

  const show = (next: ViewState) => go(pathname + writeView(next), { replace: true });
  const change = (next: (before: Filter) => Filter) => show({ ...view, filter: next(filter) });
  const fold = useCallback((group: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(group)) after.add(group);
      return after;
    });
  }, []);
  return {
    ...{ columns, tested, shown, lines, filter, sort, groupBy, beside, change, fold },
    sortBy: (column: string) => show({ ...view, sort: turned(sort, column) }),
    group: (column: string | null) => show({ ...view, groupBy: column }),
  };
}

export type CommitmentTable = ReturnType<typeof useCommitmentTable>;

/** What a search by words looks through; put together once for each row. */
function wordsWith(names: Names): (row: CommitmentView) => string {
  const known = new WeakMap<CommitmentView, string>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const { item, summary, owner, status } = row;
    const words = [item, summary, owner === null ? '' : nameOf(owner, names), status].join(' ').toLowerCase();
    known.set(row, words);
    return words;
  };
}
