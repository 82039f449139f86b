import { Field, HelperMessage } from '@atlaskit/form';

/** A yes-or-no setting, as a switch with its words beside it. */
export function SwitchField(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly defaultValue: boolean;
}) {
  return (
    <Field<boolean> name={props.name} defaultValue={props.defaultValue}>
      {({ fieldProps }) => (
        <>
          <label className="dk-switch" htmlFor={fieldProps.id}>
            <input
              id={fieldProps.id}
              type="checkbox"
              role="switch"
              checked={fieldProps.value}
              aria-describedby={fieldProps['aria-describedby']}
              onChange={(event) => fieldProps.onChange(event.currentTarget.checked)}
            />
            <span>{props.label}</span>
          </label>
          {props.help !== undefined && <HelperMessage>{props.help}</HelperMessage>}
        </>
      )}
    </Field>
  );
}
