import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { Line } from './lines';
import { cellName } from './use-grid-focus';

interface DrawnColumn {
  readonly key: string;
  readonly hasControl: boolean;
  readonly stays?: true;
}

interface Props<Row, Column extends DrawnColumn> {
  readonly line: Line<Row>;
  /** Counted from 0, the head not among them. */
  readonly index: number;
  /** Distance from the first line, in pixels. */
  readonly top: number;
  readonly template: string;
  readonly columns: readonly Column[];
  readonly cell: (column: Column, row: Row, tabIndex: number) => ReactNode;
  readonly onFold: (group: string) => void;
  readonly onOpen: ((row: Row) => void) | null;
  /** The cell in the tab order, or `null` where another line is. */
  readonly focusedColumn: number | null;
}

function Drawn<Row, Column extends DrawnColumn>(props: Props<Row, Column>) {
  const { line, index, columns } = props;
  const place = {
    role: 'row',
    // The head is the first.
    'aria-rowindex': index + 2,
    style: { gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` },
  };
  if (line.kind === 'group') {
    return (
      <div {...place} className="dk-grid-line dk-grid-group">
        <div role="gridcell" aria-colspan={columns.length} className="dk-grid-cell">
          <button
            type="button"
            className="dk-grid-fold"
            aria-expanded={!line.isFolded}
            tabIndex={props.focusedColumn === null ? -1 : 0}
            data-cell={cellName({ row: index + 1, column: 0 })}
            onClick={() => props.onFold(line.value)}
          >
            <span aria-hidden="true" className="dk-grid-arrow">
              {line.isFolded ? '▸' : '▾'}
            </span>{' '}
            {line.label} <span className="dk-subtle">{line.count}</span>
          </button>
        </div>
      </div>
    );
  }
  const { row } = line;
  // A control in the cell hears Enter by itself; everywhere else in the line it opens the row.
  const openOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) props.onOpen?.(row);
  };
  return (
    <div {...place} className="dk-grid-line">
      {columns.map((column, at) => {
        const tabIndex = props.focusedColumn === at ? 0 : -1;
        return (
          <div
            key={column.key}
            role="gridcell"
            className={column.stays ? 'dk-grid-cell dk-grid-stays' : 'dk-grid-cell'}
            tabIndex={column.hasControl ? -1 : tabIndex}
            data-cell={cellName({ row: index + 1, column: at })}
            onKeyDown={openOnEnter}
          >
            <span className="dk-grid-text">{props.cell(column, row, tabIndex)}</span>
          </div>
        );
      })}
    </div>
  );
}

/** A line of the table. Scrolling draws those that come into view, and leaves the others as they are. */
export const GridLine = memo(Drawn) as typeof Drawn;
