import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { DateInput } from '../../shared/date-input';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';

/** A date and a reason: to be left alone until then, or to have it done by then. */
export function ChoiceForm<Answer>(props: {
  readonly kind: 'snooze' | 'promise';
  readonly ask: (date: string, reason: string) => Promise<Answer>;
  readonly onSaved: (answer: Answer, words: string) => void;
  readonly onClose: () => void;
}) {
  const { kind } = props;
  /** The request's own name for the date, and so the name that a problem comes under. */
  const dateField = kind === 'snooze' ? 'until' : 'date';
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const form = useSubmit();
  const save = () =>
    form.submit(date === '' ? { [dateField]: t('followUp.noChosenDate') } : {}, async () => {
      props.onSaved(await props.ask(date, reason), t(`followUp.${kind}.done`));
    });

  return (
    <CheckedForm
      of={form}
      failedTitle={t('followUp.failed')}
      isDirty={date !== '' || reason !== ''}
      className="dk-stack"
      label={t(`followUp.${kind}.open`)}
      onSubmit={() => void save()}
    >
      <LabelledField path={dateField} label={t(`followUp.${kind}.date`)} help={t(`followUp.${kind}.help`)}>
        {(control) => (
          <DateInput
            control={control}
            label={t(`followUp.${kind}.date`)}
            takesFocus
            value={date}
            onChange={setDate}
          />
        )}
      </LabelledField>
      <LabelledField path="reason" label={t('followUp.reason')}>
        {(control) => (
          <Textfield
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t(`followUp.${kind}.save`)}
        </CallButton>
        <Button appearance="subtle" onClick={props.onClose}>
          {t('shared.cancel')}
        </Button>
      </div>
    </CheckedForm>
  );
}
