import { ErrorMessage, Field, HelperMessage, useFormState } from '@atlaskit/form';
import Select from '@atlaskit/select';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { FieldView } from '../../api/contract';
import { DateInput } from '../../shared/date-input';
import { t } from '../../shared/i18n';
import { PeoplePicker, PersonPicker } from '../../shared/person-picker';
import type { Option } from '../../shared/search-select';
import {
  fieldProblem,
  fittingOptions,
  type FormValue,
  type FormValues,
  type MoneyInput as Money,
} from './form-values';
import { IssuesPicker } from './issues-picker';
import { MoneyInput } from './money-input';
import { ScaleInput } from './scale-input';
import { selectWords } from '../../shared/select-words';

/** What every control of a form field needs, whatever its kind. */
interface Control {
  readonly field: FieldView;
  readonly id: string;
  readonly name: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
}

/** One field of a record, drawn from its definition: label, control, help, and what is wrong with it. */
export function FieldInput(props: { readonly field: FieldView; readonly defaultValue: FormValue }) {
  const { field } = props;
  const help = field.help ?? (field.kind === 'pageLink' ? t('registers.form.pageHelp') : undefined);
  return (
    <Field<FormValue>
      name={field.key}
      label={field.label}
      isRequired={field.required}
      defaultValue={props.defaultValue}
      validate={(value, form) => fieldProblem(field, value ?? null, form as FormValues)}
    >
      {({ fieldProps, error, meta }) => (
        <>
          <ControlOf
            field={field}
            id={fieldProps.id}
            name={fieldProps.name}
            labelledBy={fieldProps['aria-labelledby']}
            describedBy={fieldProps['aria-describedby']}
            // An error stands only once the person has been there or has tried to send.
            invalid={error !== undefined && (meta.touched || meta.submitFailed)}
            disabled={fieldProps.isDisabled}
            value={fieldProps.value}
            onChange={(value) => fieldProps.onChange(value)}
          />
          {error !== undefined ? <ErrorMessage>{error}</ErrorMessage> : null}
          {error === undefined && help !== undefined ? <HelperMessage>{help}</HelperMessage> : null}
        </>
      )}
    </Field>
  );
}

function ControlOf(control: Control) {
  switch (control.field.kind) {
    case 'longText':
      return <LongText {...control} />;
    case 'choice':
      return <Choice {...control} />;
    case 'person': {
      const { id, invalid, describedBy, disabled, onChange } = control;
      const picker = { id, invalid, describedBy, disabled, onChange };
      return <PersonPicker {...picker} value={control.value as Option | null} />;
    }
    case 'people': {
      const { id, invalid, describedBy, disabled, onChange } = control;
      const picker = { id, invalid, describedBy, disabled, onChange };
      return <PeoplePicker {...picker} value={control.value as readonly Option[]} />;
    }
    case 'issueLinks': {
      const { id, invalid, describedBy, disabled, onChange } = control;
      const picker = { id, invalid, describedBy, disabled, onChange };
      return <IssuesPicker {...picker} value={control.value as readonly Option[]} />;
    }
    case 'date':
      return <DateControl {...control} />;
    case 'scale':
      return <ScaleInput {...control} value={String(control.value ?? '')} />;
    case 'money':
      return <MoneyInput {...control} label={control.field.label} value={control.value as Money} />;
    default:
      return <Line {...control} />;
  }
}

const NUMERIC = ['number', 'percentage'];

function Line(control: Control) {
  return (
    <Textfield
      id={control.id}
      name={control.name}
      isInvalid={control.invalid}
      isDisabled={control.disabled}
      aria-describedby={control.describedBy}
      {...(NUMERIC.includes(control.field.kind) && { inputMode: 'decimal' as const, width: 'small' })}
      value={String(control.value ?? '')}
      onChange={(event) => control.onChange(event.currentTarget.value)}
    />
  );
}

function LongText(control: Control) {
  return (
    <Textarea
      id={control.id}
      name={control.name}
      isInvalid={control.invalid}
      isDisabled={control.disabled}
      aria-describedby={control.describedBy}
      minimumRows={2}
      resize="smart"
      value={String(control.value ?? '')}
      onChange={(event) => control.onChange(event.currentTarget.value)}
    />
  );
}

function Choice({ field, ...control }: Control) {
  const form = useFormState<FormValues>()?.values ?? {};
  const options = fittingOptions(field, form);
  return (
    <Select
      {...selectWords()}
      inputId={control.id}
      isInvalid={control.invalid}
      isDisabled={control.disabled}
      isClearable={!field.required}
      {...(control.describedBy !== undefined && { 'aria-describedby': control.describedBy })}
      menuPosition="fixed"
      menuPlacement="auto"
      placeholder={t('registers.form.choose')}
      options={options}
      // One that fits no more is still shown, so that it is not silently taken away.
      value={field.options?.find(({ value }) => value === control.value) ?? null}
      onChange={(option) => control.onChange(option?.value ?? '')}
    />
  );
}

const DateControl = (control: Control) => (
  <DateInput
    control={{
      id: control.id,
      isInvalid: control.invalid,
      ...(control.describedBy !== undefined && { 'aria-describedby': control.describedBy }),
    }}
    label={control.field.label}
    disabled={control.disabled}
    value={String(control.value ?? '')}
    onChange={control.onChange}
  />
);
