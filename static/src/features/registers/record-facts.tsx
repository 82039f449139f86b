import type { RecordView, RegisterView } from '../../api/contract';
import type { Names } from './columns';
import { fieldsIn } from './fields-in';
import { Score } from './lozenges';
import { scoreOf } from './scores';
import { Value } from './value';

/** @returns Whether there is anything in a field. */
export const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The scores of a record at a glance. */
export function Scores(props: { readonly register: RegisterView; readonly record: RecordView }) {
  const { register, record } = props;
  const given = register.ratings.filter(({ key }) => scoreOf(record, key) !== null);
  if (given.length === 0) return null;
  return (
    <dl className="dk-row">
      {given.map(({ key, label }) => (
        <div key={key} className="dk-row">
          <dt className="dk-subtle dk-small">{label}</dt>
          <dd>
            <Score register={register} score={scoreOf(record, key)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A record to read, part by part: every field that holds something. */
export function RecordFacts(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly names: Names;
  /** Fields that are shown in another way beside. */
  readonly without?: readonly string[];
}) {
  const { register, record, names, without = [] } = props;
  return (
    <>
      {register.groups.map(({ title, fields }) => {
        const filled = fieldsIn(register, fields).filter(
          ({ key }) => !without.includes(key) && isFilled(record.values[key]),
        );
        if (filled.length === 0) return null;
        return (
          <section key={title} className="dk-section" aria-label={title}>
            <h3>{title}</h3>
            <dl className="dk-facts">
              {filled.map((field) => (
                <div key={field.key} className={field.kind === 'longText' ? 'dk-fact-wide' : undefined}>
                  <dt>{field.label}</dt>
                  <dd>
                    <Value field={field} value={record.values[field.key]} names={names} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
