import type { RegisterView } from '../../api/contract';
import { FieldInput } from './field-input';
import { fieldsIn } from './fields-in';
import type { FormValues } from './form-values';
import { ScorePreview } from './score-preview';

/** The fields of a register, part by part as it is defined. */
export function RecordFields(props: { readonly register: RegisterView; readonly initial: FormValues }) {
  const { register, initial } = props;
  return (
    <>
      {register.groups.map(({ title, fields }) => (
        <fieldset key={title} className="dk-form-part">
          <legend>{title}</legend>
          {fieldsIn(register, fields).map((field) => (
            <FieldInput key={field.key} field={field} defaultValue={initial[field.key] ?? null} />
          ))}
          <ScorePreview
            register={register}
            ratings={register.ratings.filter(({ probability }) => fields.includes(probability))}
          />
        </fieldset>
      ))}
    </>
  );
}
