import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView, RegisterView } from '../../api/contract';
import { inSentence, t } from '../../shared/i18n';
import { LeaveGuard, Leaving } from '../../shared/leaving';
import type { Names } from './columns';
import { ConflictView } from './conflict-view';
import type { WireValues } from './form-values';
import { RecordForm } from './record-form';
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
  const [leaving, setLeaving] = useState(false);
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
      {({ fields, submitting, dirty }) => (
        <>
          <LeaveGuard isActive={dirty} />
          <h2>
            {task.do === 'attach'
              ? t('registers.attachHere', { singular: inSentence(register.singular) })
              : before?.summary}
          </h2>
          <div>{fields}</div>
          <div className="dk-actions">
            {leaving ? (
              <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
            ) : (
              <div className="dk-row">
                <Button appearance="primary" type="submit" isLoading={submitting}>
                  {t('shared.save')}
                </Button>
                <Button appearance="subtle" onClick={() => (dirty ? setLeaving(true) : props.onClose())}>
                  {t('shared.cancel')}
                </Button>
              </div>
            )}
          </div>
        </>
      )}
    </RecordForm>
  );
}
