import { useState, type ReactNode, type RefObject } from 'react';
import Form from '@atlaskit/form';
import type { RecordView, RegisterView } from '../../api/contract';
import { fieldErrors } from '../../shared/field-errors';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { toProblem } from '../../shared/use-call';
import type { ApiProblem } from '../../api/problem';
import { initialValues, toFormValues, toWireValues, type FormValues, type WireValues } from './form-values';
import { ISSUE_KEY, IssueKeyField, REASON, ReasonField, SUMMARY, SummaryField } from './line-fields';
import { RecordFields } from './record-fields';
import { conflictingRecord, recordOf, saveRecord, type Task } from './save-record';

export interface FormState {
  readonly submitting: boolean;
  readonly dirty: boolean;
  /** The fields, and above them what could not be saved. */
  readonly fields: ReactNode;
}

/**
 * The form of a record, drawn from the register's definition. Where it stands (a dialog, the panel of an issue) and
 * what surrounds the fields is the caller's.
 */
export function RecordForm(props: {
  readonly register: RegisterView;
  readonly names: Readonly<Record<string, string>>;
  readonly task: Task;
  readonly onSaved: (record: RecordView) => void;
  /** Somebody else was first. */
  readonly onConflict: (theirs: RecordView, mine: WireValues, reason: string) => void;
  /** The first field of a new record, which gets the focus. */
  readonly firstField?: RefObject<HTMLInputElement>;
  readonly children: (state: FormState) => ReactNode;
}) {
  const { register, task } = props;
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  // Once: the caller gives the form a new key where it is to show another version.
  const [initial] = useState(() =>
    toFormValues(register.fields, recordOf(task)?.values ?? initialValues(register.fields), props.names),
  );
  const shownFields = [...register.fields.map(({ key }) => key), ...extraFields(task)];

  const submit = async (form: FormValues) => {
    const values = toWireValues(register.fields, form);
    const written = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    const reason = written(REASON);
    setProblem(null);
    try {
      const filled = { values, summary: written(SUMMARY), issueKey: written(ISSUE_KEY), reason };
      props.onSaved(await saveRecord(register.kind, task, filled));
      return undefined;
    } catch (error) {
      const failure = toProblem(error);
      const theirs = conflictingRecord(failure);
      if (theirs !== null) {
        props.onConflict(theirs, values, reason);
        return undefined;
      }
      const { fields, form: message } = fieldErrors(failure, shownFields);
      if (message !== null) setProblem({ code: failure.code, message });
      return fields;
    }
  };

  return (
    <Form<FormValues> onSubmit={submit}>
      {({ formProps, submitting, dirty }) => (
        <form {...formProps} noValidate className="dk-form">
          {props.children({
            submitting,
            dirty,
            fields: (
              <>
                {problem !== null && <Failure title={t('registers.form.failedTitle')} problem={problem} />}
                {task.do === 'create' && <SummaryField input={props.firstField} />}
                {task.do === 'attach' && task.issueKey === undefined && (
                  <IssueKeyField input={props.firstField} />
                )}
                <RecordFields register={register} initial={initial} />
                {recordOf(task) !== null && <ReasonField isNeeded={task.do === 'correct'} />}
              </>
            ),
          })}
        </form>
      )}
    </Form>
  );
}

function extraFields(task: Task): string[] {
  if (task.do === 'create') return [SUMMARY];
  return task.do === 'attach' ? [ISSUE_KEY] : [REASON];
}
