import { useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../api/contract';
import { tell } from '../../api/view';
import { inSentence, t } from '../../shared/i18n';
import { LeaveGuard, Leaving } from '../../shared/leaving';
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

  const [leaving, setLeaving] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const hasChanges = useRef(false);

  // Escape also closes a menu or a calendar: pressed once too often, it must not take the person's words with it.
  const leave = () => (hasChanges.current ? setLeaving(true) : props.onClose());
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
    <Modal
      onClose={leave}
      width="large"
      shouldCloseOnOverlayClick={false}
      {...(before === null && { autoFocus: firstField })}
    >
      {conflict !== null && before !== null ? (
        <>
          <LeaveGuard isActive />
          <Header title={titleOf(register, task)} />
          <ModalBody>
            <ConflictView
              {...{ register, names, ...conflict }}
              before={before}
              onSaved={saved}
              onTakeTheirs={(theirs) => show(theirs, nowAt(theirs))}
              onConflict={(theirs) => setConflict({ ...conflict, theirs })}
            />
          </ModalBody>
          <ModalFooter>
            {leaving ? (
              <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
            ) : (
              <Button appearance="subtle" onClick={leave}>
                {t('shared.cancel')}
              </Button>
            )}
          </ModalFooter>
        </>
      ) : (
        <RecordForm
          // A newer version is a new form: nothing typed on the old one may leak into it.
          key={before?.revision ?? task.do}
          {...{ register, names, task, firstField }}
          onSaved={saved}
          onConflict={(theirs, mine, reason) => {
            setLeaving(false);
            setConflict({ theirs, mine, reason });
          }}
        >
          {({ fields, submitting, dirty }) => {
            hasChanges.current = dirty;
            return (
              <>
                <LeaveGuard isActive={dirty} />
                <Header title={titleOf(register, task)} />
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
                <ModalFooter>
                  {leaving ? (
                    <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
                  ) : (
                    <>
                      <Button appearance="subtle" onClick={leave}>
                        {t('shared.cancel')}
                      </Button>
                      <Button appearance="primary" type="submit" isLoading={submitting}>
                        {t('shared.save')}
                      </Button>
                    </>
                  )}
                </ModalFooter>
              </>
            );
          }}
        </RecordForm>
      )}
    </Modal>
  );
}

const Header = (props: { readonly title: string }) => (
  <ModalHeader hasCloseButton closeButtonLabel={t('shared.close')}>
    <ModalTitle>{props.title}</ModalTitle>
  </ModalHeader>
);

function titleOf(register: RegisterView, task: Task): string {
  if (task.do === 'edit') return t('registers.edit', { key: nameOf(task.record) });
  if (task.do === 'correct') return t('registers.correct', { key: nameOf(task.record) });
  return task.do === 'create'
    ? t('registers.add', { singular: inSentence(register.singular) })
    : t('registers.attach');
}
