import { useMemo } from 'react';
import type { RecordView, RegisterView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { columnsOf, type Names } from './columns';
import { widthOf } from './column-widths';
import { hiddenColumns, OPEN_ONLY } from './conditions';
import { cellColumns } from './heat-map/heat-cells';
import { searchWords } from './search-words';
import { filterRows } from '../../shared/table/filter';
import { grouped, ungrouped, type Line } from '../../shared/table/lines';
import { sortRows, type Sort } from '../../shared/table/sort';
import type { TableColumn } from '../../shared/table/table-column';
import { useTableState } from '../../shared/table/use-table-state';
import type { ViewKeys } from '../../shared/table/view-query';

const HAS_CONTROL = ['key', 'summary'];

const startSort = (register: RegisterView): Sort =>
  register.ratings.length > 0 ? { column: 'score', descending: true } : { column: 'key', descending: false };

/** What the address may say of this register's table. */
function viewKeys(
  register: RegisterView,
  columns: readonly TableColumn<RecordView>[],
  others: readonly TableColumn<RecordView>[],
): ViewKeys {
  const keysOf = (some: readonly TableColumn<RecordView>[]) => some.map(({ key }) => key);
  const groups = keysOf(columns.filter(({ facet }) => facet !== undefined));
  return {
    facets: [...groups, ...keysOf(others)],
    dates: keysOf(columns.filter(({ date }) => date !== undefined)),
    groups,
    start: { sort: startSort(register), filter: OPEN_ONLY },
  };
}

/** A register's table as somebody looks at it: all of its columns, and the lines that their filters leave. */
export function useRegisterTable(register: RegisterView, records: readonly RecordView[], names: Names) {
  const { dateOf } = useFormat();

  const columns = useMemo(
    () =>
      columnsOf(register, names, dateOf).map((column) => ({
        ...column,
        width: widthOf(column),
        hasControl: HAS_CONTROL.includes(column.key),
      })),
    [register, names, dateOf],
  );
  const wordsOf = useMemo(() => searchWords(register, names), [register, names]);
  const cells = useMemo(() => cellColumns(register), [register]);
  const hidden = useMemo(() => hiddenColumns(register), [register]);
  const conditions = useMemo(() => [...hidden, ...columns], [hidden, columns]);
  const table = useTableState(
    useMemo(() => viewKeys(register, columns, [...hidden, ...cells]), [register, columns, hidden, cells]),
  );
  const { sort, filter, groupBy, folded } = table;

  // Filters change more often than the order, and keep it.
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === sort.column);
    return column === undefined ? records : sortRows(records, column, sort.descending);
  }, [columns, records, sort]);
  /** Without the fields chosen in the map, which counts these. */
  const onMap = useMemo(
    () => filterRows(sorted, conditions, wordsOf, filter),
    [sorted, conditions, wordsOf, filter],
  );
  const shown = useMemo(
    () => filterRows(onMap, cells, wordsOf, { ...filter, text: '' }),
    [onMap, cells, wordsOf, filter],
  );
  const lines = useMemo((): readonly Line<RecordView>[] => {
    const facet = columns.find(({ key }) => key === groupBy)?.facet;
    return facet === undefined
      ? ungrouped(shown)
      : grouped(shown, facet, folded, t('registers.table.noValue'));
  }, [columns, shown, groupBy, folded]);

  return { table, columns, conditions: [...conditions, ...cells], onMap, shown, lines };
}
