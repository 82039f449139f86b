import { type ReactNode, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView, RegisterView } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { inSentence, t } from '../../shared/i18n';
import { Leaving } from '../../shared/leaving';
import { leaveForm } from '../../shared/unsaved';
import { useUnsaved } from '../../shared/use-unsaved';
import type { Names } from './columns';
import { ConflictView } from './conflict-view';
import type { WireValues } from './form-values';
import { type FormState, RecordForm } from './record-form';
import { recordOf, type Task } from './save-record';

/** The record's form in the flow of the page: the frame of an issue panel is too low for a dialog. */
export function InlineRecord(props: {
  readonly register: RegisterView;
  readonly names: Names;
  readonly task: Task;
  readonly onSaved: (record: RecordView) => void;
  readonly onTakeTheirs: (record: RecordView) => void;
  readonly onClose: () => void;
}) {
  const { register, names, task } = props;
  const [conflict, setConflict] = useState<{ theirs: RecordView; mine: WireValues; reason: string } | null>(
    null,
  );
  const before = recordOf(task);
  if (conflict !== null && before !== null) {
    return (
      <ConflictView
        {...{ register, names, ...conflict }}
        before={before}
        onSaved={props.onSaved}
        onTakeTheirs={props.onTakeTheirs}
        onConflict={(theirs) => setConflict({ ...conflict, theirs })}
      />
    );
  }
  return (
    <RecordForm
      {...{ register, names, task }}
      onSaved={props.onSaved}
      onConflict={(theirs, mine, reason) => setConflict({ theirs, mine, reason })}
    >
      {(state) => (
        <Fields of={state} onClose={props.onClose}>
          <h2>
            {task.do === 'attach'
              ? t('registers.attachHere', { singular: inSentence(register.singular) })
              : before?.summary}
          </h2>
        </Fields>
      )}
    </RecordForm>
  );
}

function Fields(props: {
  readonly of: FormState;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { fields, submitting, dirty } = props.of;
  const form = useUnsaved(dirty, true);
  return (
    <>
      {props.children}
      <div>{fields}</div>
      <div className="dk-actions">
        <Leaving of={form}>
          <div className="dk-row">
            <CallButton appearance="primary" type="submit" isLoading={submitting}>
              {t('shared.save')}
            </CallButton>
            <Button appearance="subtle" onClick={() => leaveForm(form, props.onClose)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </Leaving>
      </div>
    </>
  );
}
