import DynamicTable from '@atlaskit/dynamic-table';
import type { RecordView, RegisterView } from '../../api/contract';
import { SiteLink } from '../../shared/site-link';
import { shared } from '../../shared/messages';
import { useFormat } from '../../shared/viewer';
import { columnsOf, sortKey, type Column } from './columns';
import { Score, State } from './lozenges';
import { Value } from './value';

type Names = Readonly<Record<string, string>>;
const ROWS_PER_PAGE = 50;

/** The register, a row a record: what matters most comes first, and each column can be sorted. */
export function RegisterTable(props: {
  readonly register: RegisterView;
  readonly records: readonly RecordView[];
  readonly names: Names;
  readonly canEdit: boolean;
  readonly onOpen: (record: RecordView) => void;
}) {
  const { register, records, names } = props;
  const columns = columnsOf(register);
  const hasScore = columns.some(({ key }) => key === 'score');
  return (
    <div className="dk-table">
      <DynamicTable
        label={register.title}
        head={{
          cells: columns.map((column) => ({ key: column.key, content: column.label, isSortable: true })),
        }}
        rows={records.map((record) => ({
          key: record.issueId,
          cells: columns.map((column) => ({
            key: sortKey(column, record, register, names),
            content: <Cell {...props} column={column} record={record} />,
          })),
        }))}
        rowsPerPage={ROWS_PER_PAGE}
        defaultSortKey={hasScore ? 'score' : 'key'}
        defaultSortOrder={hasScore ? 'DESC' : 'ASC'}
      />
    </div>
  );
}

function Cell(props: {
  readonly column: Column;
  readonly record: RecordView;
  readonly register: RegisterView;
  readonly names: Names;
  readonly canEdit: boolean;
  readonly onOpen: (record: RecordView) => void;
}) {
  const { column, record, register, names } = props;
  const format = useFormat();
  switch (column.key) {
    case 'key':
      return (
        <SiteLink url={record.url} label={shared.opensIssue(record.issueKey)}>
          {record.issueKey}
        </SiteLink>
      );
    case 'summary':
      if (!props.canEdit) return <>{record.summary}</>;
      return (
        <button type="button" className="dk-link" onClick={() => props.onOpen(record)}>
          {record.summary}
        </button>
      );
    case 'score':
    case 'residualScore':
      return <Score register={register} score={record[column.key]} />;
    case 'state':
      return <State register={register} state={record.state} />;
    case 'updatedAt':
      return <>{format.instant(record.updatedAt)}</>;
    default:
      return column.field === null ? (
        <>{shared.none}</>
      ) : (
        <Value field={column.field} value={record.values[column.key]} names={names} />
      );
  }
}
