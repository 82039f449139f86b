import { cellName } from './use-grid-focus';
import type { Sort } from './sort';

/** The heads of the columns: each sorts by its column, and turns the order round when it does already. */
export function GridHead(props: {
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly stays?: true;
    readonly isSortable?: boolean;
  }[];
  readonly template: string;
  readonly sort: Sort;
  readonly onSort: (column: string) => void;
  /** The head in the tab order, or `null` where another line is. */
  readonly focusedColumn: number | null;
}) {
  const { sort } = props;
  return (
    <div role="rowgroup" className="dk-grid-head">
      <div
        role="row"
        aria-rowindex={1}
        className="dk-grid-line"
        style={{ gridTemplateColumns: props.template }}
      >
        {props.columns.map(({ key, label, isSortable = true, stays }, index) => {
          const place = {
            tabIndex: props.focusedColumn === index ? 0 : -1,
            'data-cell': cellName({ row: 0, column: index }),
          };
          if (!isSortable)
            return (
              <div
                key={key}
                role="columnheader"
                className={stays ? 'dk-grid-cell dk-grid-stays' : 'dk-grid-cell'}
                {...place}
              >
                <span className="dk-hidden">{label}</span>
              </div>
            );
          const isSorted = sort.column === key;
          return (
            <div
              key={key}
              role="columnheader"
              className="dk-grid-cell"
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" className="dk-grid-sort" {...place} onClick={() => props.onSort(key)}>
                <span className="dk-grid-text">{label}</span>
                <span aria-hidden="true" className="dk-grid-arrow">
                  {isSorted ? (sort.descending ? '↓' : '↑') : ''}
                </span>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
