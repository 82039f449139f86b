import type { FieldView } from '../../api/contract';
import { t } from '../../shared/i18n';

/** The numbers of a scale, lowest first. */
export const levelsOf = ({ min = 1, max = 5 }: FieldView): number[] =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index);

/** The word of a level, or nothing where the register has no words for it. */
export const levelWord = (field: FieldView, level: number): string =>
  field.levels?.[level - (field.min ?? 1)] ?? '';

/** A scale as a row of radio buttons with a number and a word each; the arrow keys move along it. */
export function ScaleInput(props: {
  readonly field: FieldView;
  readonly name: string;
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { field, value, onChange } = props;
  const choices = [
    ...(field.required ? [] : [{ value: '', number: t('registers.form.notSet'), word: '' }]),
    ...levelsOf(field).map((level) => ({
      value: String(level),
      number: String(level),
      word: levelWord(field, level),
    })),
  ];
  return (
    <div
      role="radiogroup"
      className="dk-scale"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
    >
      {choices.map((choice) => (
        <label key={choice.value} className="dk-scale-level">
          <input
            type="radio"
            name={props.name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span className="dk-scale-face">
            <span className="dk-scale-number">{choice.number}</span>{' '}
            {choice.word !== '' && <span className="dk-scale-word">{choice.word}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
