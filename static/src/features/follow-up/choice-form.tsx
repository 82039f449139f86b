import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { choices } from '../../api/contract';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { DateInput } from '../../shared/date-input';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { text } from './messages';
import type { ChoiceState } from './state';

/** A date and a reason: to be left alone until then, or to have it done by then. */
export function ChoiceForm(props: {
  readonly kind: 'snooze' | 'promise';
  readonly onSaved: (state: ChoiceState, words: string) => void;
  readonly onClose: () => void;
}) {
  const { kind } = props;
  const words = text[kind];
  /** The request's own name for the date, and so the name that a problem comes under. */
  const dateField = kind === 'snooze' ? 'until' : 'date';
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const form = useSubmit();
  const save = () =>
    form.submit(date === '' ? { [dateField]: text.noChosenDate } : {}, async () => {
      const state = await (kind === 'snooze'
        ? call(choices.snooze, { until: date, reason })
        : call(choices.promise, { date, reason }));
      props.onSaved(state, words.done);
    });

  return (
    <CheckedForm
      of={form}
      failedTitle={text.failed}
      className="dk-stack"
      label={words.open}
      onSubmit={() => void save()}
    >
      <LabelledField path={dateField} label={words.date} help={words.help}>
        {(control) => <DateInput control={control} label={words.date} value={date} onChange={setDate} />}
      </LabelledField>
      <LabelledField path="reason" label={text.reason}>
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
        <Button appearance="primary" type="submit" isLoading={form.saving}>
          {words.save}
        </Button>
        <Button appearance="subtle" onClick={props.onClose}>
          {t('shared.cancel')}
        </Button>
      </div>
    </CheckedForm>
  );
}
