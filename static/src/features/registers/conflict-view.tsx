import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { Failure } from '../../shared/loaded';
import { toProblem } from '../../shared/use-call';
import { differences, keepMine } from './conflict';
import type { WireValues } from './form-values';
import { State } from './lozenges';
import { text } from './messages';
import { conflictingRecord, saveRecord } from './save-record';
import { Value } from './value';

/** Two people changed one record: both versions, and the choice between them. */
export function ConflictView(props: {
  readonly register: RegisterView;
  readonly names: Readonly<Record<string, string>>;
  readonly before: RecordView;
  readonly mine: WireValues;
  readonly reason: string;
  readonly theirs: RecordView;
  readonly onSaved: (record: RecordView) => void;
  readonly onTakeTheirs: (record: RecordView) => void;
  /** A third change came in while this stood on the screen. */
  readonly onConflict: (theirs: RecordView) => void;
}) {
  const { register, before, mine, theirs, names } = props;
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const rows = differences(register.fields, before.values, mine, theirs.values);

  const keep = async () => {
    setSaving(true);
    setProblem(null);
    try {
      const values = keepMine(register.fields, before.values, mine, theirs.values);
      const filled = { values, reason: props.reason, summary: '', issueKey: '' };
      props.onSaved(await saveRecord(register.kind, { do: 'edit', record: theirs }, filled));
    } catch (error) {
      const failure = toProblem(error);
      const newer = conflictingRecord(failure);
      if (newer === null) setProblem(failure);
      else props.onConflict(newer);
    } finally {
      setSaving(false);
    }
  };

  return (
    <div className="dk-stack" role="alert">
      <SectionMessage appearance="warning" title={text.conflict.title}>
        <p>{rows.length === 0 ? text.conflict.sameFields : text.conflict.text}</p>
      </SectionMessage>
      {problem !== null && <Failure title={text.form.failedTitle} problem={problem} />}
      <table className="dk-compare">
        <thead>
          <tr>
            <th scope="col">{text.conflict.field}</th>
            <th scope="col">{text.conflict.before}</th>
            <th scope="col">{text.conflict.mine}</th>
            <th scope="col">{text.conflict.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {before.state !== theirs.state && (
            <tr>
              <th scope="row">{text.columns.state}</th>
              <td>
                <State register={register} state={before.state} />
              </td>
              <td>
                <State register={register} state={before.state} />
              </td>
              <td>
                <State register={register} state={theirs.state} />
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.field.key}>
              <th scope="row">{row.field.label}</th>
              <td>
                <Value field={row.field} value={row.before} names={names} />
              </td>
              <td>
                <Value field={row.field} value={row.mine} names={names} />
              </td>
              <td>
                <Value field={row.field} value={row.theirs} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dk-row">
        <Button appearance="primary" isLoading={saving} onClick={() => void keep()}>
          {text.conflict.keepMine}
        </Button>
        <Button isDisabled={saving} onClick={() => props.onTakeTheirs(theirs)}>
          {text.conflict.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
