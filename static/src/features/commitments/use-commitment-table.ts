import { useCallback, useMemo } from 'react';
import type { CommitmentView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { filterRows, without } from '../../shared/table/filter';
import { grouped, type Line, ungrouped } from '../../shared/table/lines';
import { sortRows } from '../../shared/table/sort';
import { useTableState } from '../../shared/table/use-table-state';
import { useFormat } from '../../shared/viewer';
import { columnsOf, conditions, type Names, nameOf } from './columns';
import { VIEW } from './view-state';

/** The commitments as somebody looks at them; what they chose lies in the address. */
export function useCommitmentTable(rows: readonly CommitmentView[], names: Names) {
  const format = useFormat();
  const table = useTableState(VIEW);
  const { filter, sort, groupBy, folded } = table;

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

  return { ...table, columns, tested, shown, lines, beside };
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
