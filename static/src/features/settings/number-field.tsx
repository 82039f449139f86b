import Textfield from '@atlaskit/textfield';
import { BareField, LabelledField } from '../../shared/field';

interface Props {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A count of days with its label above it. */
export function NumberField(props: Props) {
  return (
    <LabelledField path={props.path} label={props.label} help={props.help}>
      {(control) => (
        <Textfield
          {...control}
          inputMode="numeric"
          width="xsmall"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
}

/** A count of days in the middle of a sentence, which is its label for those who see it. */
export function NumberInSentence(props: Props) {
  return (
    <BareField path={props.path}>
      {(control) => (
        <Textfield
          {...control}
          aria-label={props.label}
          inputMode="numeric"
          width="xsmall"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </BareField>
  );
}
