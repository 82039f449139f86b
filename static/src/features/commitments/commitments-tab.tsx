import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { CommitmentView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { code } from '../../shared/lazy-part';
import { Empty, Failure, Skeleton } from '../../shared/loaded';
import { ActiveFilters } from '../../shared/table/active-filters';
import { DataGrid, type GridColumn } from '../../shared/table/data-grid';
import { conditionCount, EVERYTHING } from '../../shared/table/filter';
import { useColumns } from '../../shared/table/use-columns';
import { OpenSettings } from '../../shared/project-settings';
import { useAction } from '../../shared/use-action';
import { useFormat, useViewer } from '../../shared/viewer';
import { tell, warn } from '../../api/view';
import { Cell } from './cell';
import { COLUMNS, FIXED, menuColumn, STANDARD } from './columns';
import { Figures } from './figures';
import { FilterBar } from './filter-bar';
import { ListState } from './list-state';
import { OpenedCommitment } from './opened-commitment';
import { type Asking, RowMenu } from './row-menu';
import { useCommitmentTable } from './use-commitment-table';
import { useRowActions } from './use-row-actions';
import { type CommitmentList, type UsedCommitments, useCommitments } from './use-commitments';

const COLUMN_CHOICE = 'docket.commitments.columns';

/** Everything that people owe by a date in this project, of all sources. */
export default function CommitmentsTab() {
  const used = useCommitments();
  const { list, problem } = used;
  if (list !== null) return <Screen used={used} list={list} />;
  if (problem !== null)
    return (
      <Failure
        title={t('shared.failed', { what: t('commitments.what') })}
        problem={problem}
        onRetry={used.reload}
      />
    );
  return <Skeleton what={t('commitments.what')} shape="board" />;
}

function Screen({ used, list }: { readonly used: UsedCommitments; readonly list: CommitmentList }) {
  const { rows, names } = list;
  if (!list.enabled)
    return (
      <Empty title={t('commitments.off.title')} text={t('commitments.off.text')}>
        <OpenSettings />
      </Empty>
    );
  if (rows.length === 0 && list.next === null && list.unseen.length === 0)
    return <Empty title={t('commitments.empty.title')} text={t('commitments.empty.text')} />;
  return <Table used={used} list={list} rows={rows} names={names} />;
}

function Table(props: {
  readonly used: UsedCommitments;
  readonly list: CommitmentList;
  readonly rows: CommitmentList['rows'];
  readonly names: CommitmentList['names'];
}) {
  const { used, list, rows, names } = props;
  const format = useFormat();
  const { projectKey } = useViewer();
  const table = useCommitmentTable(rows, names);
  const choice = useColumns(COLUMN_CHOICE, COLUMNS, STANDARD);
  const [openAt, setOpenAt] = useState<{ readonly id: string; readonly begin?: Asking } | null>(null);
  const { problem, run } = useAction();
  const acting = useRowActions(used);
  const opened = rows.find(({ id }) => id === openAt?.id) ?? null;
  const columns = useMemo(
    () => table.columns.filter(({ key }) => FIXED.includes(key) || choice.shown.includes(key)),
    [table.columns, choice.shown],
  );
  const open = useCallback(({ id }: CommitmentView) => setOpenAt({ id }), []);
  const ask = useCallback(({ id }: CommitmentView, begin: Asking) => setOpenAt({ id, begin }), []);
  const cell = useCallback(
    (column: GridColumn<CommitmentView>, row: CommitmentView, tabIndex: number) => {
      const own = table.columns.find(({ key }) => key === column.key);
      return own === undefined ? (
        <RowMenu row={row} tabIndex={tabIndex} onPress={acting.press} onAsk={ask} />
      ) : (
        <Cell {...{ row, names, format, tabIndex }} column={own} onOpen={open} />
      );
    },
    [table.columns, names, format, open, ask, acting.press],
  );
  const drawn = useMemo(() => [...columns, menuColumn()], [columns]);
  const clear = () => table.change(() => EVERYTHING);
  const save = () =>
    run('export', async () => {
      // What writes the file is asked for when somebody wants one.
      const { exportCommitments } = await code(import('./export'));
      const about = {
        projectKey,
        title: t('commitments.title'),
        today: format.dateOf(list.computedAt),
      };
      const name = exportCommitments(about, columns, table.shown);
      if (list.next === null) tell(t('commitments.export.done', { name }));
      else warn(t('commitments.export.partial', { name, count: rows.length }));
    });

  return (
    <div className="dk-stack">
      {list.unseen.length > 0 && (
        <SectionMessage appearance="warning" title={t('commitments.unseen')}>
          {list.unseen.map((why) => (
            <p key={why}>{why}</p>
          ))}
        </SectionMessage>
      )}
      <Figures table={table} names={names} />
      <FilterBar table={table} rows={rows} columns={choice} onExport={() => void save()} />
      {problem !== null && <Failure title={t('commitments.export.failed')} problem={problem} />}
      {acting.problem !== null && (
        <Failure title={t('commitments.actions.failed')} problem={acting.problem} />
      )}
      <div role="status">
        {acting.notice !== null && (
          <SectionMessage appearance="information">
            <p>{acting.notice}</p>
          </SectionMessage>
        )}
      </div>
      <ActiveFilters columns={table.tested} filter={table.filter} onChange={table.change} onClear={clear} />
      <ListState used={used} list={list} shown={table.shown.length} />
      {table.shown.length === 0 && conditionCount(table.filter) > 0 ? (
        <Empty title={t('commitments.noMatch.title')} text={t('commitments.noMatch.text')} />
      ) : (
        <DataGrid
          label={t('commitments.title')}
          columns={drawn}
          lines={table.lines}
          cell={cell}
          sort={table.sort}
          onSort={table.sortBy}
          onFold={table.fold}
          onOpen={open}
        />
      )}
      <p>
        <Link href="/messages/backlog">{t('commitments.backlogLink')}</Link>
      </p>
      {opened !== null && (
        <OpenedCommitment
          row={opened}
          begin={openAt?.begin}
          names={names}
          onActed={(acted) => used.replace(opened.id, acted.row, acted.names)}
          onClose={() => setOpenAt(null)}
        />
      )}
    </div>
  );
}
