import { useId, useMemo } from 'react';
import type { RecordView } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { t } from '../../shared/i18n';
import { Popup } from '../../shared/popup';
import { FIXED, type RegisterColumn } from './columns';
import { isOpenOnly, withOpenOnly } from './conditions';
import { DateRangeInput } from './date-range-input';
import { toggled, type Filter } from '../../shared/table/filter';
import { choicesOf } from '../../shared/table/table-column';
import type { UsedTable } from '../../shared/table/use-table-state';

/** Conditions that most people look for get a button of their own; the others share one. */
const FIRST = ['state', 'band'];

interface ColumnChoice {
  readonly shown: readonly string[];
  readonly toggle: (key: string) => void;
  readonly reset: () => void;
}

/** Search, filters, groups and columns of a register's table. */
export function FilterBar(props: {
  readonly columns: readonly RegisterColumn[];
  readonly records: readonly RecordView[];
  readonly table: UsedTable;
  readonly columnChoice: ColumnChoice;
}) {
  const { columns, records, table, columnChoice } = props;
  const { filter, change } = table;
  const groupId = useId();
  const filtering = columns.filter(({ facet, date }) => facet !== undefined || date !== undefined);
  const person = filtering.find(({ field }) => field?.kind === 'person')?.key;
  const first = filtering.filter(({ key }) => FIRST.includes(key) || key === person);
  const others = filtering.filter((column) => !first.includes(column));
  return (
    <div className="dk-filters">
      <input
        type="search"
        className="dk-input dk-search"
        aria-label={t('registers.table.filter.search')}
        placeholder={t('registers.table.filter.search')}
        value={filter.text}
        onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, text: value }))}
      />
      <label className="dk-choice">
        <input
          type="checkbox"
          checked={isOpenOnly(filter)}
          onChange={({ currentTarget: { checked } }) => change((before) => withOpenOnly(before, checked))}
        />
        <span>{t('registers.table.filter.openOnly')}</span>
      </label>
      {first.map((column) => (
        <Popup key={column.key} label={column.label}>
          <Condition {...{ column, records, filter, change }} />
        </Popup>
      ))}
      {others.length > 0 && (
        <Popup label={t('registers.table.filter.more')}>
          {others.map((column) => (
            <details key={column.key} className="dk-folded" open={isSet(filter, column)}>
              <summary>{column.label}</summary>
              <Condition {...{ column, records, filter, change }} />
            </details>
          ))}
        </Popup>
      )}
      <div className="dk-labelled">
        <label className="dk-subtle" htmlFor={groupId}>
          {t('registers.table.filter.groupBy')}
        </label>
        <select
          id={groupId}
          className="dk-input"
          value={table.groupBy ?? ''}
          onChange={({ currentTarget: { value } }) => table.group(value === '' ? null : value)}
        >
          <option value="">{t('registers.table.filter.noGroup')}</option>
          {columns
            .filter(({ facet }) => facet !== undefined)
            .map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
        </select>
      </div>
      <Popup label={t('registers.table.filter.columns')}>
        <CheckList
          legend={t('registers.table.filter.columns')}
          choices={columns.map(({ key, label }) => ({ value: key, label, isFixed: FIXED.includes(key) }))}
          chosen={[...columnChoice.shown, ...FIXED]}
          onToggle={columnChoice.toggle}
        />
        <button type="button" className="dk-text-button" onClick={columnChoice.reset}>
          {t('registers.table.filter.standardColumns')}
        </button>
      </Popup>
    </div>
  );
}

const isSet = ({ among, dates }: Filter, { key }: RegisterColumn): boolean =>
  (among[key] ?? []).length > 0 || dates[key]?.from !== undefined || dates[key]?.to !== undefined;

/** What a column can be filtered by: its values, or a range of its dates. */
function Condition(props: {
  readonly column: RegisterColumn;
  readonly records: readonly RecordView[];
  readonly filter: Filter;
  readonly change: UsedTable['change'];
}) {
  const { column, records, filter, change } = props;
  const { key, label, facet } = column;
  const choices = useMemo(
    () => (facet === undefined ? [] : choicesOf(facet, records, t('registers.table.noValue'))),
    [facet, records],
  );
  if (facet === undefined) {
    return (
      <DateRangeInput
        legend={label}
        range={filter.dates[key] ?? {}}
        onChange={(range) => change((before) => ({ ...before, dates: { ...before.dates, [key]: range } }))}
      />
    );
  }
  return (
    <CheckList
      legend={label}
      choices={choices}
      chosen={filter.among[key] ?? []}
      onToggle={(value) => change((before) => toggled(before, key, value))}
    />
  );
}
