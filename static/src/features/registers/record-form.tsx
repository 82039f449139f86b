import { useState, type ReactNode, type RefObject } from 'react';
import Form, { ErrorMessage, Field, HelperMessage } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import type { RecordView, RegisterView } from '../../api/contract';
import { fieldErrors } from '../../shared/field-errors';
import { Failure } from '../../shared/loaded';
import { toProblem } from '../../shared/use-call';
import type { ApiProblem } from '../../api/problem';
import { FieldInput } from './field-input';
import {
  issueKeyProblem,
  lengthProblem,
  toFormValues,
  toWireValues,
  type FormValues,
  type WireValues,
} from './form-values';
import { text } from './messages';
import { conflictingRecord, saveRecord, type Task } from './save-record';

const SUMMARY = 'summary';
const ISSUE_KEY = 'issueKey';
const REASON = 'reason';

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
    toFormValues(register.fields, task.do === 'edit' ? task.record.values : {}, props.names),
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
                {problem !== null && <Failure title={text.form.failedTitle} problem={problem} />}
                {task.do === 'create' && <SummaryField input={props.firstField} />}
                {task.do === 'attach' && task.issueKey === undefined && (
                  <IssueKeyField input={props.firstField} />
                )}
                {register.fields.map((field) => (
                  <FieldInput key={field.key} field={field} defaultValue={initial[field.key] ?? null} />
                ))}
                {task.do === 'edit' && <ReasonField />}
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

interface FirstField {
  readonly input: RefObject<HTMLInputElement> | undefined;
}

function SummaryField({ input }: FirstField) {
  const maxLength = 255;
  const validate = (value = '') =>
    value.trim() === '' ? text.invalid.required(text.form.summary) : lengthProblem(value, maxLength);
  return (
    <LineField
      input={input}
      name={SUMMARY}
      label={text.form.summary}
      help={text.form.summaryHelp}
      required
      validate={validate}
    />
  );
}

const IssueKeyField = ({ input }: FirstField) => (
  <LineField
    input={input}
    name={ISSUE_KEY}
    label={text.form.issueKey}
    help={text.form.issueKeyHelp}
    required
    validate={(value = '') => issueKeyProblem(value)}
  />
);

const ReasonField = () => (
  <LineField
    name={REASON}
    label={text.form.reason}
    help={text.form.reasonHelp}
    validate={(value = '') => lengthProblem(value, 500)}
  />
);

function LineField(props: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly required?: boolean;
  readonly input?: RefObject<HTMLInputElement> | undefined;
  readonly validate: (value?: string) => string | undefined;
}) {
  return (
    <Field<string>
      name={props.name}
      label={props.label}
      isRequired={props.required ?? false}
      defaultValue=""
      validate={props.validate}
    >
      {({ fieldProps, error }) => (
        <>
          <Textfield {...fieldProps} {...(props.input !== undefined && { ref: props.input })} />
          {error === undefined ? (
            <HelperMessage>{props.help}</HelperMessage>
          ) : (
            <ErrorMessage>{error}</ErrorMessage>
          )}
        </>
      )}
    </Field>
  );
}
