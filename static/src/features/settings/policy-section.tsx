import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { LabelledField, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import { TagsInput } from '../../shared/tags-input';
import { LadderEditor } from './ladder-editor';
import { NumberField } from './number-field';
import type { Part } from './part';
import type { PolicyInput } from './policy-form';
import { SpecialEditor } from './special-editor';
import { StandInsEditor } from './stand-ins-editor';

/** When people are reminded, and who else hears of it. */
export function PolicySection(props: Part<PolicyInput> & { readonly defaults: () => PolicyInput }) {
  const { input, onChange } = props;
  const [wasReset, setWasReset] = useState(false);
  const reset = () => {
    onChange(props.defaults());
    setWasReset(true);
  };
  return (
    <section className="dk-section">
      <div className="dk-toolbar">
        <h2>{t('settings.policy.title')}</h2>
        <Button spacing="compact" onClick={reset}>
          {t('settings.policy.reset')}
        </Button>
      </div>
      <p className="dk-subtle">{t('settings.policy.intro')}</p>
      <p aria-live="polite" className="dk-subtle">
        {wasReset ? t('settings.policy.resetDone') : ''}
      </p>
      <PolicyFields input={input} onChange={onChange} />
      <StandInsEditor pairs={input.standIns} onChange={(standIns) => onChange({ standIns })} />
    </section>
  );
}

/** The part of a policy that names nobody of a project, but for levels of its chain. */
export function PolicyFields({ input, onChange }: Part<PolicyInput>) {
  return (
    <>
      <PartError path="policy" />
      <LadderEditor
        path="policy.ladder"
        input={input.ladder}
        onChange={(change) => onChange({ ladder: { ...input.ladder, ...change } })}
      />
      <LabelledField
        path="policy.quietStatuses"
        label={t('settings.policy.quiet.label')}
        help={t('settings.policy.quiet.help')}
      >
        {(control) => (
          <TagsInput
            control={control}
            values={input.quietStatuses}
            onChange={(quietStatuses) => onChange({ quietStatuses })}
          />
        )}
      </LabelledField>
      <NumberField
        path="policy.backlogAfter"
        label={t('settings.policy.backlog.label')}
        help={t('settings.policy.backlog.help')}
        value={input.backlogAfter}
        onChange={(backlogAfter) => onChange({ backlogAfter })}
      />
      <SpecialEditor special={input.special} onChange={(special) => onChange({ special })} />
    </>
  );
}
