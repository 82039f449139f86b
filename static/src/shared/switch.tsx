import { BareField } from './field';

/** A yes-or-no setting, as a switch with its words beside it. */
export function Switch(props: {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <BareField path={props.path} help={props.help}>
      {({ id, isInvalid, ...control }) => (
        <label className="dk-switch" htmlFor={id}>
          <input
            {...control}
            id={id}
            type="checkbox"
            role="switch"
            aria-invalid={isInvalid}
            checked={props.checked}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
          <span>{props.label}</span>
        </label>
      )}
    </BareField>
  );
}
