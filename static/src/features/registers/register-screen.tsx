import './registers.css';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { RecordView, RegisterView } from '../../api/contract';
import { inSentence } from '../../shared/format';
import { t } from '../../shared/i18n';
import { Empty } from '../../shared/loaded';
import { useFormat, useViewer } from '../../shared/viewer';
import { ActiveFilters } from '../../shared/table/active-filters';
import { standardColumns, type Names, type RegisterColumn } from './columns';
import { ABOVE_APPETITE, isOpenOnly, OPEN, OPEN_ONLY, reviewsOverdue } from './conditions';
import { ExportMenu } from './exchange/export-menu';
import { FilterBar } from './filter-bar';
import { HeatMapPanel } from './heat-map/heat-map-panel';
import { figuresOf } from './overview/figures';
import { FiguresBar } from './overview/figures-bar';
import { RegisterCell } from './register-cell';
import { DataGrid } from '../../shared/table/data-grid';
import { conditionCount, toggled, type Filter } from '../../shared/table/filter';
import { useColumns } from '../../shared/table/use-columns';
import { useRegisterTable } from './use-register-table';

/** A register with something in it: its figures, its heat map, and the table that both of them filter. */
export function RegisterScreen(props: {
  readonly register: RegisterView;
  readonly records: readonly RecordView[];
  readonly names: Names;
  /** The app's time when it answered. */
  readonly asOf: string;
  /** Whether all records are here, or more are on their way. */
  readonly isComplete: boolean;
  /** How far the reading has come. */
  readonly reading: ReactNode;
  /** `null` where a record has nothing to open. */
  readonly onOpen: ((record: RecordView) => void) | null;
}) {
  const { register, records, names, asOf, onOpen } = props;
  const { number, dateOf } = useFormat();
  const today = dateOf(asOf);
  const viewer = useViewer();
  const { table, columns, conditions, onMap, shown, lines } = useRegisterTable(register, records, names);
  const columnChoice = useColumns(
    `docket.columns.${viewer.accountId}.${viewer.projectId}.${register.kind}`,
    columns.map(({ key }) => key),
    standardColumns(register),
  );
  const figures = useMemo(() => figuresOf(register, records, today), [register, records, today]);
  const shownColumns = useMemo(
    () => columns.filter(({ key }) => columnChoice.shown.includes(key)),
    [columns, columnChoice.shown],
  );
  const cell = useCallback(
    (column: RegisterColumn, record: RecordView, tabIndex: number) => (
      <RegisterCell {...{ column, record, register, names, tabIndex, onOpen }} />
    ),
    [register, names, onOpen],
  );
  const { change } = table;
  const show = (filter: (before: Filter) => Filter) => change(() => filter(OPEN_ONLY));
  const clear = () => change(() => OPEN_ONLY);
  const things = inSentence(register.title);

  return (
    <>
      <div className={register.ratings.length > 0 ? 'dk-register-top' : undefined}>
        <FiguresBar
          figures={figures}
          onBand={(label) => show((open) => toggled(open, 'band', label))}
          onAboveAppetite={() => show((open) => toggled(open, ABOVE_APPETITE, ABOVE_APPETITE))}
          onReviewsOverdue={() => show((open) => reviewsOverdue(open, register, today))}
        />
        {register.ratings.length > 0 && (
          <HeatMapPanel
            register={register}
            records={onMap}
            chosen={(condition) => table.filter.among[condition] ?? []}
            onChoose={(condition, value) => change((before) => toggled(before, condition, value))}
          />
        )}
      </div>
      <FilterBar columns={columns} records={records} table={table} columnChoice={columnChoice} />
      <ActiveFilters
        columns={conditions.filter(({ key }) => key !== OPEN)}
        filter={table.filter}
        onChange={change}
        onClear={clear}
      />
      <div className="dk-toolbar">
        <p className="dk-subtle dk-small" role="status" data-complete={props.isComplete}>
          {t('registers.table.count', { shown: number(shown.length), all: number(records.length), things })}
        </p>
        <ExportMenu
          {...{ register, records, names, columns, shownColumns, shown, today }}
          groupBy={table.groupBy}
          isComplete={props.isComplete}
        />
      </div>
      {!props.isComplete && props.reading}
      {lines.length === 0 ? (
        <Nothing filter={table.filter} things={things} />
      ) : (
        <DataGrid
          label={register.title}
          columns={shownColumns}
          lines={lines}
          cell={cell}
          sort={table.sort}
          onSort={table.sortBy}
          onFold={table.fold}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

function Nothing({ filter, things }: { readonly filter: Filter; readonly things: string }) {
  const allClosed = isOpenOnly(filter) && conditionCount(filter) === 1;
  return allClosed ? (
    <Empty
      title={t('registers.table.none.allClosed', { things })}
      text={t('registers.table.none.allClosedText')}
    />
  ) : (
    <Empty title={t('registers.table.none.title')} text={t('registers.table.none.text')} />
  );
}
