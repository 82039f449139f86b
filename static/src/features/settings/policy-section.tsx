import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { LabelledField, PartError } from '../../shared/field';
import { TagsInput } from '../../shared/tags-input';
import { LadderEditor } from './ladder-editor';
import { NumberField } from './number-field';
import type { Part } from './part';
import type { PolicyInput } from './policy-form';
import { text } from './policy-messages';
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
        <h2>{text.title}</h2>
        <Button spacing="compact" onClick={reset}>
          {text.reset}
        </Button>
      </div>
      <p className="dk-subtle">{text.intro}</p>
      <p aria-live="polite" className="dk-subtle">
        {wasReset ? text.resetDone : ''}
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
      <LabelledField path="policy.quietStatuses" label={text.quiet.label} help={text.quiet.help}>
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
        label={text.backlog.label}
        help={text.backlog.help}
        value={input.backlogAfter}
        onChange={(backlogAfter) => onChange({ backlogAfter })}
      />
      <SpecialEditor special={input.special} onChange={(special) => onChange({ special })} />
    </>
  );
}
