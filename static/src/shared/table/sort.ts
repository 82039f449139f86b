import { compareKeys, type TableColumn } from './table-column';

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * The rows in the order of a column, equals as they were. Each row's key is computed once: a sort of 5,000 rows compares
 * them some 60,000 times.
 */
export function sortRows<Row>(rows: readonly Row[], column: TableColumn<Row>, descending: boolean): Row[] {
  const direction = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: column.sortKey(row) }))
    .sort((one, other) => {
      if (one.key === null || other.key === null)
        return Number(one.key === null) - Number(other.key === null);
      return direction * compareKeys(one.key, other.key);
    })
    .map(({ row }) => row);
}

/** The order after a click on a column's head: another column starts upwards, the same one turns round. */
export const turned = (sort: Sort, column: string): Sort =>
  sort.column === column ? { column, descending: !sort.descending } : { column, descending: false };
