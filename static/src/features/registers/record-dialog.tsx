import { useRef, useState } from 'react';
import { ModalBody } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { Dialog, DialogActions, DialogTitle, LeaveButton } from '../../shared/dialog';
import { inSentence, t } from '../../shared/i18n';
import { LeaveGuard } from '../../shared/leaving';
import { nameOf, stateOf, type Names } from './columns';
import { ConflictView } from './conflict-view';
import type { WireValues } from './form-values';
import { RecordForm } from './record-form';
import { recordOf, type Task } from './save-record';

interface Conflict {
  readonly theirs: RecordView;
  readonly mine: WireValues;
  readonly reason: string;
}

interface Props {
  readonly register: RegisterView;
  readonly names: Names;
  readonly task: Task;
  readonly onClose: () => void;
  /** The register changed, so that what shows it should ask again. The dialog may stay open. */
  readonly onChanged: () => void;
}

/** Adds a record, or opens one to read, edit and move on. */
export function RecordDialog(props: Props) {
  const { register, names } = props;
  const [task, setTask] = useState(props.task);
  const [notice, setNotice] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const before = recordOf(task);
  const firstField = useRef<HTMLInputElement>(null);

  const saved = (record: RecordView) => {
    tell(
      before !== null
        ? t('registers.form.saved', { key: record.issueKey })
        : t('registers.form.created', { key: record.issueKey }),
    );
    props.onChanged();
    props.onClose();
  };
  const show = (record: RecordView, why: string | null) => {
    setTask({ do: record.locked ? 'correct' : 'edit', record });
    setConflict(null);
    setNotice(why);
    props.onChanged();
  };
  const nowAt = (record: RecordView) =>
    t('registers.conflict.nowAt', { label: inSentence(stateOf(register, record.state).label) });

  return (
    <Dialog onClose={props.onClose} width="large" autoFocus={before === null ? firstField : undefined}>
      {conflict !== null && before !== null ? (
        <>
          <LeaveGuard isActive />
          <DialogTitle>{titleOf(register, task)}</DialogTitle>
          <ModalBody>
            <ConflictView
              {...{ register, names, ...conflict }}
              before={before}
              onSaved={saved}
              onTakeTheirs={(theirs) => show(theirs, nowAt(theirs))}
              onConflict={(theirs) => setConflict({ ...conflict, theirs })}
            />
          </ModalBody>
          <DialogActions>
            <LeaveButton />
          </DialogActions>
        </>
      ) : (
        <RecordForm
          // A newer version is a new form: nothing typed on the old one may leak into it.
          key={before?.revision ?? task.do}
          {...{ register, names, task, firstField }}
          onSaved={saved}
          onConflict={(theirs, mine, reason) => setConflict({ theirs, mine, reason })}
        >
          {({ fields, submitting, dirty }) => (
            <>
              <LeaveGuard isActive={dirty} />
              <DialogTitle>{titleOf(register, task)}</DialogTitle>
              <ModalBody>
                <div className="dk-stack">
                  {notice !== null && (
                    <SectionMessage appearance="information">
                      <p>{notice}</p>
                    </SectionMessage>
                  )}
                  {before !== null && <strong>{before.summary}</strong>}
                  <div>{fields}</div>
                </div>
              </ModalBody>
              <DialogActions>
                <LeaveButton />
                <CallButton appearance="primary" type="submit" isLoading={submitting}>
                  {t('shared.save')}
                </CallButton>
              </DialogActions>
            </>
          )}
        </RecordForm>
      )}
    </Dialog>
  );
}

function titleOf(register: RegisterView, task: Task): string {
  if (task.do === 'edit') return t('registers.edit', { key: nameOf(task.record) });
  if (task.do === 'correct') return t('registers.correct', { key: nameOf(task.record) });
  return task.do === 'create'
    ? t('registers.add', { singular: inSentence(register.singular) })
    : t('registers.attach');
}
