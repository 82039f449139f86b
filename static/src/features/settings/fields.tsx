import { ErrorMessage, Field, HelperMessage } from '@atlaskit/form';
import Select from '@atlaskit/select/select';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { PersonPicker, type PersonOption } from '../../shared/person-picker';
import { text } from './messages';
import { holidaysProblem, parentProblem } from './settings-form';

const Message = (props: { readonly error: string | undefined; readonly help: string }) =>
  props.error === undefined ? (
    <HelperMessage>{props.help}</HelperMessage>
  ) : (
    <ErrorMessage>{props.error}</ErrorMessage>
  );

export function SponsorField(props: { readonly defaultValue: PersonOption | null }) {
  return (
    <Field<PersonOption | null> name="sponsorId" label={text.sponsor.label} defaultValue={props.defaultValue}>
      {({ fieldProps, error }) => (
        <>
          <PersonPicker
            id={fieldProps.id}
            invalid={error !== undefined}
            describedBy={fieldProps['aria-describedby']}
            value={fieldProps.value}
            onChange={(value) => fieldProps.onChange(value)}
          />
          <Message error={error} help={text.sponsor.help} />
        </>
      )}
    </Field>
  );
}

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

export function ZoneField(props: { readonly defaultValue: string }) {
  // A zone that this browser does not list is kept, not silently replaced.
  const known = zones.some(({ value }) => value === props.defaultValue);
  const options = known ? zones : [{ value: props.defaultValue, label: props.defaultValue }, ...zones];
  return (
    <Field<string> name="zone" label={text.zone.label} isRequired defaultValue={props.defaultValue}>
      {({ fieldProps, error }) => (
        <>
          <Select
            inputId={fieldProps.id}
            isInvalid={error !== undefined}
            aria-describedby={fieldProps['aria-describedby'] ?? ''}
            options={options}
            value={options.find(({ value }) => value === fieldProps.value) ?? null}
            onChange={(option) => fieldProps.onChange(option?.value ?? 'UTC')}
            menuPosition="fixed"
            menuPlacement="auto"
          />
          <Message error={error} help={text.zone.help} />
        </>
      )}
    </Field>
  );
}

export function HolidaysField(props: { readonly defaultValue: string }) {
  return (
    <Field<string, HTMLTextAreaElement>
      name="holidays"
      label={text.holidays.label}
      defaultValue={props.defaultValue}
      validate={(value = '') => holidaysProblem(value)}
    >
      {({ fieldProps, error }) => (
        <>
          <Textarea {...fieldProps} isMonospaced minimumRows={4} resize="smart" />
          <Message error={error} help={text.holidays.help} />
        </>
      )}
    </Field>
  );
}

export function SpaceField(props: { readonly defaultValue: string }) {
  return (
    <Field<string> name="spaceKey" label={text.report.space} defaultValue={props.defaultValue}>
      {({ fieldProps, error }) => (
        <>
          <Textfield {...fieldProps} maxLength={255} width="medium" />
          <Message error={error} help={text.report.spaceHelp} />
        </>
      )}
    </Field>
  );
}

export function ParentField(props: { readonly defaultValue: string }) {
  return (
    <Field<string>
      name="parentPageId"
      label={text.report.parent}
      defaultValue={props.defaultValue}
      validate={(value = '') => parentProblem(value)}
    >
      {({ fieldProps, error }) => (
        <>
          <Textfield {...fieldProps} />
          <Message error={error} help={text.report.parentHelp} />
        </>
      )}
    </Field>
  );
}
