import Textfield from '@atlaskit/textfield';
import type { RegisterView } from '../../../api/contract';
import { CheckList } from '../../../shared/check-list';
import { LabelledField, PartError } from '../../../shared/field';
import { t } from '../../../shared/i18n';
import { TagsInput } from '../../../shared/tags-input';
import type { Part } from '../../settings/part';
import type { RegisterInput } from './register-input';

/** What every new record of the register is given, and must have. */
export function RecordsSection(
  props: Part<RegisterInput> & {
    readonly register: RegisterView;
    readonly issueTypes: readonly string[];
    /** Fields that the project requires now; others that are required, the register itself does. */
    readonly ownRequired: readonly string[];
  },
) {
  const { register, input, onChange, ownRequired } = props;
  const { required } = input;
  const fixed = register.fields.filter((field) => field.required && !ownRequired.includes(field.key));
  const isFixed = (key: string) => fixed.some((field) => field.key === key);
  return (
    <section className="dk-section">
      <h2>{t('registers.settings.records.title')}</h2>
      <LabelledField
        path="prefix"
        label={t('registers.settings.records.prefix')}
        help={t('registers.settings.records.prefixHelp', { prefix: input.prefix.trim() || 'R' })}
      >
        {(control) => (
          <Textfield
            {...control}
            width="small"
            maxLength={5}
            value={input.prefix}
            onChange={(event) => onChange({ prefix: event.currentTarget.value.toUpperCase() })}
          />
        )}
      </LabelledField>
      <LabelledField path="issueType" label={t('registers.settings.records.issueType')}>
        {({ isInvalid, ...control }) => (
          <select
            {...control}
            className="dk-input"
            aria-invalid={isInvalid}
            value={input.issueType}
            onChange={(event) => onChange({ issueType: event.currentTarget.value })}
          >
            <option value="">{t('registers.settings.records.anyType')}</option>
            {[...new Set([...props.issueTypes, input.issueType])]
              .filter((name) => name !== '')
              .map((name) => (
                <option key={name}>{name}</option>
              ))}
          </select>
        )}
      </LabelledField>
      <LabelledField path="labels" label={t('registers.settings.records.labels')}>
        {(control) => (
          <TagsInput control={control} values={input.labels} onChange={(labels) => onChange({ labels })} />
        )}
      </LabelledField>
      <div className="dk-ticks">
        <CheckList
          legend={t('registers.settings.records.required')}
          choices={register.fields.map(({ key, label }) => ({ value: key, label, isFixed: isFixed(key) }))}
          chosen={[...required, ...fixed.map(({ key }) => key)]}
          onToggle={(key) =>
            onChange({
              required: required.includes(key) ? required.filter((one) => one !== key) : [...required, key],
            })
          }
        />
        <PartError path="required" />
      </div>
    </section>
  );
}
