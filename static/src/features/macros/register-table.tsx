import type { RegisterExcerptView } from '../../api/contract';
import { useFormat } from '../../shared/viewer';
import { columnsOf } from '../registers/columns';
import { RegisterCell } from '../registers/register-cell';

/** Records as rows; links lead to Jira. */
export function RegisterTable(props: { readonly of: RegisterExcerptView; readonly title: string }) {
  const { register, records, names, columns } = props.of;
  const format = useFormat();
  const known = new Map(columnsOf(register, names, format.dateOf).map((column) => [column.key, column]));
  const shown = columns.flatMap((key) => known.get(key) ?? []);
  return (
    <div className="dk-table" tabIndex={0} role="group" aria-label={props.title}>
      <table className="dk-compare">
        <thead>
          <tr>
            {shown.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.issueId}>
              {shown.map((column) => (
                <td key={column.key}>
                  <RegisterCell {...{ column, record, register, names }} tabIndex={0} onOpen={null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
