import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { z } from 'zod';
import { call } from '../../../api/call';
import { registerSettings } from '../../../api/contract';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { CheckedForm, useSubmit } from '../../../shared/checked-form';
import { inSentence, t } from '../../../shared/i18n';
import { useDraft } from '../../../shared/use-draft';
import { Folded } from '../../settings/folded';
import { LadderEditor } from '../../settings/ladder-editor';
import { inViewersWords } from '../register-words';
import { ApprovalSection } from './approval-section';
import { RatingSection } from './rating-section';
import { RecordsSection } from './records-section';
import { registerProblems } from './register-problems';
import { toRegisterInput, toRegisterSettings, type RegisterInput } from './register-input';

type Answer = z.infer<typeof registerSettings.read.response>;

/** Everything that a project decides about one register. */
export function RegisterForm(props: { readonly answer: Answer; readonly onSaved: () => void }) {
  const { settings, defaults, names, issueTypes } = props.answer;
  const register = inViewersWords(props.answer.register);
  const {
    draft: input,
    change,
    isDirty,
    discard,
    save: keep,
  } = useDraft(settings, (saved) => toRegisterInput(saved, names));
  const [wasReset, setWasReset] = useState(false);
  const form = useSubmit();

  const onChange = (part: Partial<RegisterInput>) => {
    setWasReset(false);
    change(part);
  };
  const save = () =>
    form.submit(registerProblems(input), async () => {
      const { kind } = register;
      const title = inSentence(register.title);
      await keep(async (seen) => {
        const request = { kind, settings: toRegisterSettings(input), seen };
        const saved = await call(registerSettings.save, request);
        tell(t(saved.rescored ? 'registers.settings.rescored' : 'registers.settings.saved', { title }));
        return saved.settings;
      });
      props.onSaved();
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('registers.settings.failed')}
      isDirty={isDirty}
      label={register.title}
      className="dk-form dk-settings"
      onSubmit={() => void save()}
    >
      <RecordsSection {...{ register, issueTypes, input, onChange }} ownRequired={settings.required} />
      {register.ratings.length > 0 && <RatingSection {...{ register, input, onChange }} />}
      {register.approvals !== null && <ApprovalSection {...{ input, onChange }} />}
      <Folded paths={['ladder']} title={t('registers.settings.ladder.title')}>
        <p className="dk-subtle">{t('registers.settings.ladder.help')}</p>
        <LadderEditor
          path="ladder"
          input={input.ladder}
          onChange={(change) => onChange({ ladder: { ...input.ladder, ...change } })}
        />
      </Folded>
      <p aria-live="polite" className="dk-subtle">
        {wasReset ? t('registers.settings.resetDone') : ''}
      </p>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('registers.settings.save')}
        </CallButton>
        <Button
          onClick={() => {
            change(toRegisterInput(defaults, names));
            setWasReset(true);
          }}
        >
          {t('registers.settings.reset')}
        </Button>
        {isDirty && (
          <Button appearance="subtle" onClick={discard}>
            {t('shared.discard')}
          </Button>
        )}
      </div>
    </CheckedForm>
  );
}
