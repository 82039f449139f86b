import type { RecordView, RegisterView } from '../../api/contract';
import { Score } from './lozenges';
import { text } from './messages';
import { Value } from './value';

/** A record to read: the scores, then every field that holds something. */
export function RecordFacts(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { register, record, names } = props;
  const filled = register.fields.filter(({ key }) => {
    const value = record.values[key];
    return (
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
    );
  });
  return (
    <dl className="dk-facts">
      {record.score !== null && (
        <div>
          <dt>{text.columns.score}</dt>
          <dd>
            <Score register={register} score={record.score} />
          </dd>
        </div>
      )}
      {record.residualScore !== null && (
        <div>
          <dt>{text.columns.residualScore}</dt>
          <dd>
            <Score register={register} score={record.residualScore} />
          </dd>
        </div>
      )}
      {filled.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>
            <Value field={field} value={record.values[field.key]} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
