import Textarea from '@atlaskit/textarea';
import { LabelledField } from '../../shared/field';

/** A few lines of somebody's own words. */
export const WordsField = (props: {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <LabelledField path={props.path} label={props.label} help={props.help}>
    {(control) => (
      <Textarea
        {...control}
        minimumRows={2}
        resize="smart"
        maxLength={props.maxLength}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    )}
  </LabelledField>
);
