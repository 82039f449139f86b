import { useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Form from '@atlaskit/form';
import { call } from '../../../api/call';
import { registers, type RecordView, type RegisterView } from '../../../api/contract';
import type { ApiProblem } from '../../../api/problem';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { fieldErrors } from '../../../shared/field-errors';
import { inSentence, t } from '../../../shared/i18n';
import { LeaveGuard } from '../../../shared/leaving';
import { Failure } from '../../../shared/loaded';
import { toProblem } from '../../../shared/use-call';
import { nameOf, stateOf, type Names } from '../columns';
import { FieldInput } from '../field-input';
import { toFormValues, toWireValues, type FormValues } from '../form-values';
import { conflictingRecord } from '../save-record';
import { missingFields } from './missing-fields';

/** Asks for what a state needs, then moves the record there. */
export function NeedsForm(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly names: Names;
  readonly to: string;
  readonly onMoved: () => void;
  readonly onOvertaken: (theirs: RecordView) => void;
  readonly onCancel: () => void;
}) {
  const { register, to } = props;
  const { label } = stateOf(register, to);
  const [fields] = useState(() => missingFields(register, props.record, to));
  const [initial] = useState(() => toFormValues(fields, {}, props.names));
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  // The values are saved before the step is taken: if only the step fails, trying again goes on from there.
  const saved = useRef(props.record);

  const submit = async (form: FormValues) => {
    setProblem(null);
    try {
      const { kind } = register;
      const { issueId } = saved.current;
      const values = { ...saved.current.values, ...toWireValues(fields, form) };
      saved.current = await call(registers.edit, { kind, issueId, revision: saved.current.revision, values });
      const { revision } = saved.current;
      const moved = await call(registers.transition, { kind, issueId, revision, to });
      tell(
        t('registers.record.moved', {
          name: nameOf(moved),
          state: inSentence(stateOf(register, moved.state).label),
        }),
      );
      props.onMoved();
      return undefined;
    } catch (error) {
      const failure = toProblem(error);
      const theirs = conflictingRecord(failure);
      if (theirs !== null) {
        props.onOvertaken(theirs);
        return undefined;
      }
      const { fields: named, form: message } = fieldErrors(
        failure,
        fields.map(({ key }) => key),
      );
      if (message !== null) setProblem({ code: failure.code, message });
      return named;
    }
  };
  return (
    <Form<FormValues> onSubmit={submit}>
      {({ formProps, submitting, dirty }) => (
        <form
          {...formProps}
          noValidate
          className="dk-ask"
          aria-label={t('registers.record.needs.title', { state: inSentence(label) })}
        >
          <LeaveGuard isActive={dirty} />
          <h3>{t('registers.record.needs.title', { state: inSentence(label) })}</h3>
          {problem !== null && <Failure title={t('registers.record.notMoved')} problem={problem} />}
          {fields.map((field) => (
            <FieldInput key={field.key} field={field} defaultValue={initial[field.key] ?? null} />
          ))}
          <div className="dk-row dk-actions">
            <CallButton appearance="primary" type="submit" isLoading={submitting}>
              {t('registers.record.needs.save', { state: inSentence(label) })}
            </CallButton>
            <Button appearance="subtle" isDisabled={submitting} onClick={props.onCancel}>
              {t('shared.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Form>
  );
}
