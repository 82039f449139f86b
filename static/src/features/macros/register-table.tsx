import type { RegisterExcerptView } from '../../api/contract';
import { useFormat } from '../../shared/viewer';
import { columnsOf } from '../registers/columns';
import { RegisterCell } from '../registers/register-cell';
import { PlainTable } from './plain-table';

/** Records as rows; links lead to Jira. */
export function RegisterTable(props: { readonly of: RegisterExcerptView; readonly title: string }) {
  const { register, records, names, columns } = props.of;
  const format = useFormat();
  const known = new Map(columnsOf(register, names, format.dateOf).map((column) => [column.key, column]));
  const shown = columns.flatMap((key) => known.get(key) ?? []);
  return (
    <PlainTable
      title={props.title}
      columns={shown.map(({ label }) => label)}
      rows={records.map((record) => ({
        key: record.issueId,
        cells: shown.map((column) => (
          <RegisterCell
            key={column.key}
            {...{ column, record, register, names }}
            tabIndex={0}
            onOpen={null}
          />
        )),
      }))}
    />
  );
}
