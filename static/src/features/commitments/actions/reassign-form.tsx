import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { CallButton } from '../../../shared/call-button';
import { CheckedForm, useSubmit } from '../../../shared/checked-form';
import { LabelledField } from '../../../shared/field';
import { t } from '../../../shared/i18n';
import type { PersonOption } from '../../../shared/person';
import { PersonPicker } from '../../../shared/person-picker';

/** Who shall own it from now on. */
export function ReassignForm<Answer>(props: {
  readonly ask: (accountId: string) => Promise<Answer>;
  readonly onSaved: (answer: Answer, words: string) => void;
  readonly onClose: () => void;
}) {
  const [person, setPerson] = useState<PersonOption | null>(null);
  const form = useSubmit();
  const save = () =>
    form.submit(person === null ? { to: t('commitments.actions.noPerson') } : {}, async () => {
      if (person === null) return;
      const answer = await props.ask(person.value);
      props.onSaved(answer, t('commitments.actions.reassigned', { who: person.label }));
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('commitments.actions.failed')}
      isDirty={person !== null}
      className="dk-stack"
      label={t('commitments.actions.reassign')}
      onSubmit={() => void save()}
    >
      <LabelledField path="to" label={t('commitments.actions.newOwner')}>
        {({ id, isInvalid, ...control }) => (
          <PersonPicker
            id={id}
            invalid={isInvalid}
            describedBy={control['aria-describedby']}
            value={person}
            onChange={setPerson}
          />
        )}
      </LabelledField>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('commitments.actions.reassign')}
        </CallButton>
        <Button appearance="subtle" onClick={props.onClose}>
          {t('shared.cancel')}
        </Button>
      </div>
    </CheckedForm>
  );
}
