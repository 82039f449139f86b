import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import type { Option } from '../../shared/search-select';
import { StepDialog } from '../reports/step-dialog';
import { countOf, type PersonRow } from './use-look';

/** Says what an erasure changes, and begins it once the person's name is typed. */
export function EraseDialog(props: {
  readonly person: Option;
  readonly rows: readonly PersonRow[];
  readonly onBegun: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { person, rows } = props;
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toLowerCase() === person.label.trim().toLowerCase();
  const send = async () => {
    await call(admin.erase, { accountId: person.value, typed });
    await props.onBegun();
  };
  return (
    <StepDialog
      title={t('admin.person.dialog.title', { name: person.label })}
      failedTitle={t('admin.person.dialog.failed')}
      sendLabel={t('admin.person.dialog.send')}
      isDirty={typed !== ''}
      found={isTyped ? {} : { typed: t('admin.person.dialog.missing') }}
      send={send}
      onClose={props.onClose}
    >
      <p>
        {t('admin.person.dialog.change', {
          anonymised: countOf(rows, 'anonymised'),
          removed: countOf(rows, 'removed'),
        })}
      </p>
      <p>{t('admin.person.dialog.keep', { count: countOf(rows, 'settings', 'record') })}</p>
      <p>{t('admin.person.dialog.again')}</p>
      <LabelledField path="typed" label={t('admin.person.dialog.typed', { name: person.label })}>
        {(control) => (
          <Textfield
            {...control}
            value={typed}
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </LabelledField>
    </StepDialog>
  );
}
