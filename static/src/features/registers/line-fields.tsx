import type { RefObject } from 'react';
import { ErrorMessage, Field, HelperMessage } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import { t } from '../../shared/i18n';
import { issueKeyProblem, lengthProblem } from './form-values';

/** Names of what a form asks for beside the record's own fields. */
export const SUMMARY = 'summary';
export const ISSUE_KEY = 'issueKey';
export const REASON = 'reason';

interface FirstField {
  readonly input: RefObject<HTMLInputElement> | undefined;
}

export function SummaryField({ input, initial = '' }: FirstField & { readonly initial?: string }) {
  const maxLength = 255;
  const validate = (value = '') =>
    value.trim() === ''
      ? t('registers.invalid.required', { label: t('registers.form.summary') })
      : lengthProblem(value, maxLength);
  return (
    <LineField
      input={input}
      name={SUMMARY}
      initial={initial}
      label={t('registers.form.summary')}
      help={t('registers.form.summaryHelp')}
      required
      validate={validate}
    />
  );
}

export const IssueKeyField = ({ input }: FirstField) => (
  <LineField
    input={input}
    name={ISSUE_KEY}
    label={t('registers.form.issueKey')}
    help={t('registers.form.issueKeyHelp')}
    required
    validate={(value = '') => issueKeyProblem(value)}
  />
);

const LONGEST_REASON = 500;

/** Why it is changed; a correction of what was decided is never without. */
export const ReasonField = ({ isNeeded = false }: { readonly isNeeded?: boolean }) => (
  <LineField
    name={REASON}
    label={t('registers.form.reason')}
    help={isNeeded ? t('registers.form.correctionHelp') : t('registers.form.reasonHelp')}
    required={isNeeded}
    validate={(value = '') =>
      isNeeded && value.trim() === ''
        ? t('registers.invalid.required', { label: t('registers.form.reason') })
        : lengthProblem(value, LONGEST_REASON)
    }
  />
);

function LineField(props: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly required?: boolean;
  readonly initial?: string;
  readonly input?: RefObject<HTMLInputElement> | undefined;
  readonly validate: (value?: string) => string | undefined;
}) {
  return (
    <Field<string>
      name={props.name}
      label={props.label}
      isRequired={props.required ?? false}
      defaultValue={props.initial ?? ''}
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
