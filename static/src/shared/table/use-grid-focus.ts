import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { moved, type Position } from './grid-keys';

/** Names a cell in the document, so that the focus finds it. */
export const cellName = ({ row, column }: Position): string => `${row}:${column}`;

const START: Position = { row: 0, column: 0 };

/**
 * One stop in the tab order for a whole grid: the arrow keys move it from cell to cell, a click puts it where it hits.
 * Row 0 is the head.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  extent: { readonly rows: number; readonly columns: number; readonly page: number },
) {
  const [wanted, setWanted] = useState(START);
  const isMoving = useRef(false);
  // Filters shorten the table under the focus.
  const focused = {
    row: Math.min(wanted.row, extent.rows - 1),
    column: Math.min(wanted.column, Math.max(0, extent.columns - 1)),
  };

  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    const cell = targetAt(grid.current, wanted);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, wanted]);

  const keep = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey || event.defaultPrevented) return;
      const next = moved(focused, event, extent);
      if (next === null) return;
      event.preventDefault();
      isMoving.current = true;
      setWanted(next);
    },
    onFocus: (event: FocusEvent) => {
      const [row, column] =
        event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(':') ?? [];
      if (row === undefined || column === undefined) return;
      const hit = { row: Number(row), column: Number(column) };
      if (hit.row !== focused.row || hit.column !== focused.column) setWanted(hit);
    },
  };
  return { focused, keep };
}

/** The control in the cell where there is one, otherwise the cell; the only cell of a line that is one wide. */
function targetAt(grid: HTMLElement | null, { row, column }: Position): HTMLElement | null {
  const cell =
    grid?.querySelector<HTMLElement>(`[data-cell="${cellName({ row, column })}"]`) ??
    grid?.querySelector<HTMLElement>(`[data-cell="${cellName({ row, column: 0 })}"]`) ??
    null;
  return cell?.querySelector<HTMLElement>('a, button') ?? cell;
}
