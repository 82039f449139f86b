import './table.css';
import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { GridHead } from './grid-head';
import { GridLine } from './grid-line';
import type { Line } from './lines';
import type { Sort } from './sort';
import type { TableColumn } from './table-column';
import { useGridFocus } from './use-grid-focus';

export interface GridColumn<Row> extends TableColumn<Row> {
  /** A track of a CSS grid. */
  readonly width: string;
  /** Its cells hold a link or a button, which has the focus in their stead. */
  readonly hasControl: boolean;
  /** Stays at the end of the line while the others are scrolled: what can be done with the row. */
  readonly stays?: true;
  /** Not where it says `false`: its head is for those who cannot see what stands below it. */
  readonly isSortable?: boolean;
}

export interface DataGridProps<Row, Column extends GridColumn<Row>> {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line<Row>[];
  /** What stands in a cell. A control in it takes the tab index given: one control of the whole table is in the tab order. */
  readonly cell: (column: Column, row: Row, tabIndex: number) => ReactNode;
  readonly sort: Sort;
  readonly onSort: (column: string) => void;
  readonly onFold: (group: string) => void;
  /** `null` where rows have nothing to open. */
  readonly onOpen: ((row: Row) => void) | null;
}

/** Of a line, in rem: fixed, so that 5,000 of them have a known height and none needs to be measured. */
const LINE_REM = 2.5;
/** Lines drawn beyond both edges, so that a turn of the wheel never comes to an empty place. */
const OVERSCAN = 16;

/**
 * A table of any length, of which the lines in view are drawn: sticky head, sorting, groups, and the keyboard of
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/.
 */
export function DataGrid<Row, Column extends GridColumn<Row>>(props: DataGridProps<Row, Column>) {
  const { columns, lines } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const lineHeight = useMemo(
    () => LINE_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    [],
  );
  const { focused, keep } = useGridFocus(scroller, {
    rows: lines.length + 1,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 2),
  });
  // The line with the focus stays drawn wherever the table is scrolled to: the focus would be lost with it.
  const focusedLine = focused.row - 1;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (focusedLine < 0 || focusedLine >= range.count || drawn.includes(focusedLine)) return drawn;
      return [...drawn, focusedLine].sort((one, other) => one - other);
    },
    [focusedLine],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: OVERSCAN,
    scrollMargin: lineHeight,
    rangeExtractor,
    // The first drawing has lines in it, instead of waiting for the browser to tell the height.
    initialRect: { width: 0, height: 15 * lineHeight },
  });
  const template = columns.map(({ width }) => width).join(' ');
  return (
    <div
      ref={scroller}
      className="dk-grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      {...keep}
    >
      <GridHead
        columns={columns}
        template={template}
        sort={props.sort}
        onSort={props.onSort}
        focusedColumn={focused.row === 0 ? focused.column : null}
      />
      <div role="rowgroup" className="dk-grid-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <GridLine
              // By its place: another order then changes the words of the lines in view, instead of drawing all anew.
              key={`${line.kind} ${index}`}
              line={line}
              index={index}
              top={start - lineHeight}
              template={template}
              columns={columns}
              cell={props.cell}
              onFold={props.onFold}
              onOpen={props.onOpen}
              focusedColumn={focusedLine === index ? focused.column : null}
            />
          );
        })}
      </div>
    </div>
  );
}
