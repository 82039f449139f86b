import { useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { choices } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import { DateInput } from '../../shared/date-input';
import { LabelledField } from '../../shared/field';
import { FormErrorsProvider, useFormErrors } from '../../shared/form-errors';
import { Failure } from '../../shared/loaded';
import { shared } from '../../shared/messages';
import { toProblem } from '../../shared/use-call';
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
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  const errors = useFormErrors();

  const fail = (failure: ApiProblem) => {
    const message = errors.show(failure);
    setProblem(message === null ? null : { code: failure.code, message });
  };
  const save = async () => {
    if (date === '') {
      fail(new ApiProblem({ code: 'BAD_INPUT', message: '', fields: { [dateField]: text.noChosenDate } }));
      return;
    }
    setProblem(null);
    errors.clear();
    setSaving(true);
    try {
      const state = await (kind === 'snooze'
        ? call(choices.snooze, { until: date, reason })
        : call(choices.promise, { date, reason }));
      props.onSaved(state, words.done);
    } catch (error) {
      fail(toProblem(error));
      setSaving(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <FormErrorsProvider value={errors.context}>
      <form onSubmit={submit} noValidate className="dk-stack" aria-label={words.open}>
        {problem !== null && <Failure title={text.failed} problem={problem} />}
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
          <Button appearance="primary" type="submit" isLoading={saving}>
            {words.save}
          </Button>
          <Button appearance="subtle" onClick={props.onClose}>
            {shared.cancel}
          </Button>
        </div>
      </form>
    </FormErrorsProvider>
  );
}
