import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Label } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import { call } from '../../../api/call';
import { registers, type RecordView, type RegisterView } from '../../../api/contract';
import { CallButton } from '../../../shared/call-button';
import { inSentence, t } from '../../../shared/i18n';
import { Failure } from '../../../shared/loaded';
import { useUnsaved } from '../../../shared/use-unsaved';
import { nameOf } from '../columns';
import { reasonOf } from '../save-record';
import { inWords } from './problem-words';
import { useRecordAction } from './use-record-action';

/** "The risk happened": one step that moves the record on and makes the linked one. */
export function HappenedForm(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onDone: (note: string) => void;
  readonly onOvertaken: (theirs: RecordView) => void;
  readonly onCancel: () => void;
}) {
  const { register, record } = props;
  const [summary, setSummary] = useState(record.summary);
  const [reason, setReason] = useState('');
  const { running, problem, run } = useRecordAction(props.onOvertaken);
  useUnsaved(summary !== record.summary || reason !== '');
  const { happened } = register;
  if (happened === null) return null;

  const confirm = () =>
    run('happened', async () => {
      const { created } = await call(registers.happened, {
        kind: register.kind,
        issueId: record.issueId,
        revision: record.revision,
        ...(summary.trim() !== '' && { summary: summary.trim() }),
        ...reasonOf(reason),
      });
      props.onDone(
        t('registers.record.happened.done', {
          name: `${nameOf(created.record)} (${created.record.issueKey})`,
          singular: inSentence(happened.singular),
        }),
      );
    });
  return (
    <form
      className="dk-ask"
      aria-label={t('registers.record.happened.title', { thing: inSentence(register.singular) })}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <h3>{t('registers.record.happened.title', { thing: inSentence(register.singular) })}</h3>
      <p className="dk-subtle">
        {t('registers.record.happened.help', { singular: inSentence(happened.singular) })}
      </p>
      {problem !== null && (
        <Failure title={t('registers.record.happened.failed')} problem={inWords(register, problem)} />
      )}
      <div>
        <Label htmlFor="dk-happened-summary">
          {t('registers.record.happened.summary', { singular: inSentence(happened.singular) })}
        </Label>
        <Textfield
          id="dk-happened-summary"
          maxLength={255}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      </div>
      <div>
        <Label htmlFor="dk-happened-reason">{t('registers.form.reason')}</Label>
        <Textfield
          id="dk-happened-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div className="dk-row">
        <CallButton appearance="warning" type="submit" isLoading={running !== null}>
          {t('registers.record.happened.confirm', { singular: inSentence(happened.singular) })}
        </CallButton>
        <Button appearance="subtle" isDisabled={running !== null} onClick={props.onCancel}>
          {t('shared.cancel')}
        </Button>
      </div>
    </form>
  );
}
