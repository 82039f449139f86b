import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import Textfield from '@atlaskit/textfield';
import { Label } from '@atlaskit/form';
import type { RecordView, RegisterView } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { inSentence, t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { useAction } from '../../shared/use-action';
import { toProblem } from '../../shared/use-call';
import { stateOf, type Names } from './columns';
import { differences, merged, type Difference, type Side } from './conflict';
import type { WireValues } from './form-values';
import { State } from './lozenges';
import { conflictingRecord, saveRecord } from './save-record';
import { Value } from './value';

/** Two people changed one record: both versions field by field, and the choice between them. */
export function ConflictView(props: {
  readonly register: RegisterView;
  readonly names: Names;
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
  const { running, problem, run } = useAction();
  const [reason, setReason] = useState(props.reason);
  const rows = differences(register.fields, before.values, mine, theirs.values);
  const [changed, setChanged] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = ({ field, proposed }: Difference): Side => changed[field.key] ?? proposed;

  const save = () =>
    run('save', async () => {
      const chosen = Object.fromEntries(rows.map((row) => [row.field.key, sideOf(row)]));
      const values = merged(register.fields, mine, theirs.values, chosen);
      const filled = { values, reason, summary: '', issueKey: '' };
      // What was decided meanwhile is not edited but corrected.
      const task = { do: theirs.locked ? 'correct' : 'edit', record: theirs } as const;
      try {
        props.onSaved(await saveRecord(register.kind, task, filled));
      } catch (error) {
        const newer = conflictingRecord(toProblem(error));
        if (newer === null) throw error;
        props.onConflict(newer);
      }
    });

  return (
    <div className="dk-stack" role="alert">
      <SectionMessage appearance="warning" title={t('registers.conflict.title')}>
        <p>{rows.length === 0 ? t('registers.conflict.sameFields') : t('registers.conflict.text')}</p>
        {theirs.locked && (
          <p>
            {t('registers.conflict.decided', { label: inSentence(stateOf(register, theirs.state).label) })}
          </p>
        )}
      </SectionMessage>
      {problem !== null && <Failure title={t('registers.form.failedTitle')} problem={problem} />}
      <table className="dk-compare">
        <thead>
          <tr>
            <th scope="col">{t('registers.conflict.field')}</th>
            <th scope="col">{t('registers.conflict.before')}</th>
            <th scope="col">{t('registers.conflict.mine')}</th>
            <th scope="col">{t('registers.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {before.state !== theirs.state && (
            <tr>
              <th scope="row">{t('registers.columns.state')}</th>
              {[before, before, theirs].map(({ state }, index) => (
                <td key={index}>
                  <State register={register} state={state} />
                </td>
              ))}
            </tr>
          )}
          {rows.map((row) => (
            <Row
              key={row.field.key}
              row={row}
              names={names}
              side={sideOf(row)}
              onChoose={(side) => setChanged((sides) => ({ ...sides, [row.field.key]: side }))}
            />
          ))}
        </tbody>
      </table>
      <div className="dk-field">
        <Label htmlFor="dk-conflict-reason">{t('registers.form.reason')}</Label>
        <Textfield
          id="dk-conflict-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div className="dk-row">
        <CallButton appearance="primary" isLoading={running !== null} onClick={() => void save()}>
          {t('registers.conflict.save')}
        </CallButton>
        <Button isDisabled={running !== null} onClick={() => props.onTakeTheirs(theirs)}>
          {t('registers.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}

function Row(props: {
  readonly row: Difference;
  readonly names: Names;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}) {
  const { row, names } = props;
  const { field } = row;
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>
        <Value field={field} value={row.before} names={names} />
      </td>
      {(['mine', 'theirs'] as const).map((side) => (
        <td key={side}>
          <label className="dk-choice">
            <input
              type="radio"
              name={`conflict.${field.key}`}
              aria-label={t('registers.conflict.choose', {
                field: field.label,
                side: inSentence(t(`registers.conflict.${side}`)),
              })}
              checked={props.side === side}
              onChange={() => props.onChoose(side)}
            />
            <span>
              <Value field={field} value={row[side]} names={names} />
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
