import { useMemo } from 'react';
import type { RecordView } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { t } from '../../shared/i18n';
import { Popup } from '../../shared/popup';
import { FIXED, type RegisterColumn } from './columns';
import { isOpenOnly, withOpenOnly } from './conditions';
import { DateRangeInput } from './date-range-input';
import { toggled, type Filter } from '../../shared/table/filter';
import { choicesOf } from '../../shared/table/table-column';
import { ColumnChoice, GroupChoice, SearchBox } from '../../shared/table/table-controls';
import type { UsedTable } from '../../shared/table/use-table-state';

/** Conditions that most people look for get a button of their own; the others share one. */
const FIRST = ['state', 'band'];

interface ChosenColumns {
  readonly shown: readonly string[];
  readonly toggle: (key: string) => void;
  readonly reset: () => void;
}

/** Search, filters, groups and columns of a register's table. */
export function FilterBar(props: {
  readonly columns: readonly RegisterColumn[];
  readonly records: readonly RecordView[];
  readonly table: UsedTable;
  readonly columnChoice: ChosenColumns;
}) {
  const { columns, records, table, columnChoice } = props;
  const { filter, change } = table;
  const filtering = columns.filter(({ facet, date }) => facet !== undefined || date !== undefined);
  const person = filtering.find(({ field }) => field?.kind === 'person')?.key;
  const first = filtering.filter(({ key }) => FIRST.includes(key) || key === person);
  const others = filtering.filter((column) => !first.includes(column));
  return (
    <div className="dk-filters">
      <SearchBox label={t('registers.table.filter.search')} table={table} />
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
      <GroupChoice columns={columns.filter(({ facet }) => facet !== undefined)} table={table} />
      <ColumnChoice {...columnChoice} columns={columns} fixed={FIXED} />
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
