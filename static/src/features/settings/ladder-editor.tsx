import Textfield from '@atlaskit/textfield';
import { FieldGroup, LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Switch } from '../../shared/switch';
import { LevelsEditor } from './levels-editor';
import { NumberField } from './number-field';
import type { Part } from './part';
import type { LadderInput } from './policy-form';

/** One ladder: reminders before the date, reminders after it, and who else is told. */
export function LadderEditor(props: Part<LadderInput> & { readonly path: string }) {
  const { path, input, onChange } = props;
  return (
    <>
      <LabelledField
        path={`${path}.leadDays`}
        label={t('settings.policy.leadDays.label')}
        help={t('settings.policy.leadDays.help')}
      >
        {(control) => (
          <Textfield
            {...control}
            width="small"
            value={input.leadDays}
            onChange={(event) => onChange({ leadDays: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <FieldGroup path={`${path}.overdue`} legend={t('settings.policy.late.legend')}>
        <Switch
          path={`${path}.remindsLate`}
          label={t('settings.policy.late.on')}
          checked={input.remindsLate}
          onChange={(remindsLate) => onChange({ remindsLate })}
        />
        {input.remindsLate && (
          <div className="dk-row dk-top">
            {(['first', 'every', 'last'] as const).map((name) => (
              <NumberField
                key={name}
                path={`${path}.overdue.${name}`}
                label={t(`settings.policy.late.${name}`)}
                value={input[name]}
                onChange={(value) => onChange({ [name]: value })}
              />
            ))}
          </div>
        )}
      </FieldGroup>
      <LevelsEditor
        path={`${path}.escalations`}
        levels={input.levels}
        onChange={(levels) => onChange({ levels })}
      />
    </>
  );
}
