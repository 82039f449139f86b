import { t } from '../i18n';
import { useFormat } from '../viewer';
import { without, type Filter } from './filter';
import { NO_VALUE, type TableColumn } from './table-column';

/** The conditions that are set, each with a button that takes it away. */
export function ActiveFilters<Row>(props: {
  readonly columns: readonly TableColumn<Row>[];
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
        : values.map((value) => (value === NO_VALUE ? t('registers.table.noValue') : facet.label(value)))),
      ...rangeWords(from && date(from), to && date(to)),
    ];
    // A condition that is its column's only one, such as "above appetite", needs no value beside its name.
    const said = words.filter((word) => word !== label).join(t('registers.table.filter.or'));
    return words.length === 0 ? [] : [{ key, words: said === '' ? label : `${label}: ${said}` }];
  });
  if (conditions.length === 0) return null;
  return (
    <ul className="dk-chips" aria-label={t('registers.table.filter.active')}>
      {conditions.map(({ key, words }) => (
        <li key={key}>
          <button
            type="button"
            className="dk-chip"
            aria-label={t('registers.table.filter.remove', { condition: words })}
            onClick={() => props.onChange((before) => without(before, key))}
          >
            {words} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="dk-text-button" onClick={props.onClear}>
          {t('registers.table.filter.clear')}
        </button>
      </li>
    </ul>
  );
}

function rangeWords(from: string | undefined, to: string | undefined): string[] {
  if (to === undefined) return from === undefined ? [] : [t('registers.table.filter.range.from', { from })];
  return from === undefined
    ? [t('registers.table.filter.range.until', { to })]
    : [t('registers.table.filter.range.between', { from, to })];
}
