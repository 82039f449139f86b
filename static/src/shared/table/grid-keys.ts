/** A cell of a grid, counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** How far Page Up and Page Down go. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads in a grid, after https://www.w3.org/WAI/ARIA/apg/patterns/grid/.
 *
 * @returns `null` for keys that lead nowhere; the same position at an edge.
 */
export function moved({ row, column }: Position, { key, ctrlKey }: Key, extent: Extent): Position | null {
  const [lastRow, lastColumn] = [extent.rows - 1, extent.columns - 1];
  const target: Readonly<Record<string, Position>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - extent.page, column },
    PageDown: { row: row + extent.page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
  };
  const wanted = target[key];
  return wanted === undefined
    ? null
    : { row: within(wanted.row, lastRow), column: within(wanted.column, lastColumn) };
}

const within = (value: number, last: number) => Math.max(0, Math.min(last, value));
