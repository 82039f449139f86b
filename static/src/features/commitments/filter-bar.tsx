import { useId, useMemo } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentView } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { t } from '../../shared/i18n';
import { Popup } from '../../shared/popup';
import { toggled } from '../../shared/table/filter';
import { choicesOf } from '../../shared/table/table-column';
import { COLUMNS, type CommitmentColumn, FIXED } from './columns';
import type { CommitmentTable } from './use-commitment-table';
import { GROUPS } from './view-state';

const FILTERS = ['source', 'owner', 'stage', 'severity', 'held'] as const;

/** Search, filters, groups and columns of the list, and the way to take it along. */
export function FilterBar(props: {
  readonly table: CommitmentTable;
  readonly rows: readonly CommitmentView[];
  readonly columns: {
    readonly shown: readonly string[];
    readonly toggle: (key: string) => void;
    readonly reset: () => void;
  };
  readonly onExport: () => void;
}) {
  const { table, rows, columns } = props;
  const { filter, change } = table;
  const groupId = useId();
  const labelOf = (key: string) => table.tested.find((column) => column.key === key)?.label ?? key;
  return (
    <div className="dk-filters">
      <input
        type="search"
        className="dk-input dk-search"
        aria-label={t('commitments.filter.search')}
        placeholder={t('commitments.filter.search')}
        value={filter.text}
        onChange={({ currentTarget: { value } }) => change((before) => ({ ...before, text: value }))}
      />
      {FILTERS.map((key) => (
        <Popup key={key} label={labelOf(key)}>
          <Condition column={key} table={table} rows={rows} />
        </Popup>
      ))}
      <div className="dk-labelled">
        <label className="dk-subtle" htmlFor={groupId}>
          {t('commitments.filter.groupBy')}
        </label>
        <select
          id={groupId}
          className="dk-input"
          value={table.groupBy ?? ''}
          onChange={({ currentTarget: { value } }) => table.group(value === '' ? null : value)}
        >
          <option value="">{t('commitments.filter.noGroup')}</option>
          {GROUPS.map((key) => (
            <option key={key} value={key}>
              {labelOf(key)}
            </option>
          ))}
        </select>
      </div>
      <Popup label={t('commitments.filter.columns')}>
        <CheckList
          legend={t('commitments.filter.columns')}
          choices={COLUMNS.map((key) => ({ value: key, label: labelOf(key), isFixed: FIXED.includes(key) }))}
          chosen={columns.shown}
          onToggle={columns.toggle}
        />
        <button type="button" className="dk-text-button" onClick={columns.reset}>
          {t('commitments.filter.standardColumns')}
        </button>
      </Popup>
      <Button onClick={props.onExport}>{t('commitments.export.button')}</Button>
    </div>
  );
}

/** The values of a column that occur, how often, and which of them are chosen. */
function Condition(props: {
  readonly column: string;
  readonly table: CommitmentTable;
  readonly rows: readonly CommitmentView[];
}) {
  const { column, table, rows } = props;
  const tested: Pick<CommitmentColumn, 'label' | 'facet'> | undefined = table.tested.find(
    ({ key }) => key === column,
  );
  const choices = useMemo(
    () => (tested?.facet === undefined ? [] : choicesOf(tested.facet, rows, t('commitments.none'))),
    [tested, rows],
  );
  return (
    <CheckList
      legend={tested?.label ?? column}
      choices={choices}
      chosen={table.filter.among[column] ?? []}
      onToggle={(value) => table.change((before) => toggled(before, column, value))}
    />
  );
}
