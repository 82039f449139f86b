import { FieldGroup } from './field';

/** One of a few, as radio buttons under each other. */
export function ChoiceGroup<Value extends string>(props: {
  readonly path: string;
  readonly legend: string;
  readonly help?: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}) {
  const entries = Object.entries(props.options) as [Value, string][];
  return (
    <FieldGroup path={props.path} legend={props.legend} help={props.help}>
      {entries.map(([value, label]) => (
        <label key={value} className="dk-choice">
          <input
            type="radio"
            name={props.path}
            value={value}
            disabled={props.disabled ?? false}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </FieldGroup>
  );
}
