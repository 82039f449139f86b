import type { RecordView } from '../../api/contract';
import { useFormat } from '../../shared/viewer';
import { text } from './table-messages';
import { without, type Filter } from './table/filter';
import { NO_VALUE, type TableColumn } from './table/table-column';

/** The conditions that are set, each with a button that takes it away. */
export function ActiveFilters(props: {
  readonly columns: readonly TableColumn<RecordView>[];
  readonly filter: Filter;
  readonly onChange: (filter: (before: Filter) => Filter) => void;
  readonly onClear: () => void;
}) {
  const { filter } = props;
  const { date } = useFormat();
  const conditions = props.columns.flatMap(({ key, label, facet }) => {
    const values = filter.among[key] ?? [];
    const { from, to } = filter.dates[key] ?? {};
    const words = [
      ...(facet === undefined
        ? []
        : values.map((value) => (value === NO_VALUE ? text.noValue : facet.label(value)))),
      ...(from === undefined && to === undefined
        ? []
        : [text.filter.range(from && date(from), to && date(to))]),
    ];
    // A condition that is its column's only one, such as "above appetite", needs no value beside its name.
    const said = words.filter((word) => word !== label).join(text.filter.or);
    return words.length === 0 ? [] : [{ key, words: said === '' ? label : `${label}: ${said}` }];
  });
  if (conditions.length === 0) return null;
  return (
    <ul className="dk-chips" aria-label={text.filter.active}>
      {conditions.map(({ key, words }) => (
        <li key={key}>
          <button
            type="button"
            className="dk-chip"
            aria-label={text.filter.remove(words)}
            onClick={() => props.onChange((before) => without(before, key))}
          >
            {words} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="dk-text-button" onClick={props.onClear}>
          {text.filter.clear}
        </button>
      </li>
    </ul>
  );
}
