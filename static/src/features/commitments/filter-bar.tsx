import { useMemo } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentView } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { t } from '../../shared/i18n';
import { Popup } from '../../shared/popup';
import { toggled } from '../../shared/table/filter';
import { choicesOf } from '../../shared/table/table-column';
import { ColumnChoice, GroupChoice, SearchBox } from '../../shared/table/table-controls';
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
  const labelOf = (key: string) => table.tested.find((column) => column.key === key)?.label ?? key;
  const named = (key: string) => ({ key, label: labelOf(key) });
  return (
    <div className="dk-filters">
      <SearchBox label={t('commitments.filter.search')} table={table} />
      {FILTERS.map((key) => (
        <Popup key={key} label={labelOf(key)}>
          <Condition column={key} table={table} rows={rows} />
        </Popup>
      ))}
      <GroupChoice columns={GROUPS.map(named)} table={table} />
      <ColumnChoice {...columns} columns={COLUMNS.map(named)} fixed={FIXED} />
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
