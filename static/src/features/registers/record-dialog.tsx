import { useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../api/contract';
import { tell } from '../../api/view';
import { shared } from '../../shared/messages';
import { stateOf } from './columns';
import { ConflictView } from './conflict-view';
import type { WireValues } from './form-values';
import { Score } from './lozenges';
import { text } from './messages';
import { RecordForm } from './record-form';
import type { Task } from './save-record';
import { Transitions } from './transitions';

interface Conflict {
  readonly theirs: RecordView;
  readonly mine: WireValues;
  readonly reason: string;
}

interface Props {
  readonly register: RegisterView;
  readonly names: Readonly<Record<string, string>>;
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

  const [leaving, setLeaving] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const hasChanges = useRef(false);

  // Escape also closes a menu or a calendar: pressed once too often, it must not take the person's words with it.
  const leave = () => (hasChanges.current ? setLeaving(true) : props.onClose());
  const saved = (record: RecordView) => {
    tell(task.do === 'edit' ? text.form.saved(record.issueKey) : text.form.created(record.issueKey));
    props.onChanged();
    props.onClose();
  };
  const show = (record: RecordView, why: string | null) => {
    setTask({ do: 'edit', record });
    setConflict(null);
    setNotice(why);
    props.onChanged();
  };
  const nowAt = (record: RecordView) => text.conflict.nowAt(stateOf(register, record.state).label);

  return (
    <Modal
      onClose={leave}
      width="large"
      shouldCloseOnOverlayClick={false}
      {...(task.do !== 'edit' && { autoFocus: firstField })}
    >
      {conflict !== null && task.do === 'edit' ? (
        <>
          <Header title={titleOf(register, task)} />
          <ModalBody>
            <ConflictView
              {...{ register, names, ...conflict }}
              before={task.record}
              onSaved={saved}
              onTakeTheirs={(theirs) => show(theirs, nowAt(theirs))}
              onConflict={(theirs) => setConflict({ ...conflict, theirs })}
            />
          </ModalBody>
          <ModalFooter>
            {leaving ? (
              <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
            ) : (
              <Button appearance="subtle" onClick={props.onClose}>
                {shared.cancel}
              </Button>
            )}
          </ModalFooter>
        </>
      ) : (
        <RecordForm
          // A newer version is a new form: nothing typed on the old one may leak into it.
          key={task.do === 'edit' ? task.record.revision : task.do}
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
                <Header title={titleOf(register, task)} />
                <ModalBody>
                  <div className="dk-stack">
                    {notice !== null && (
                      <SectionMessage appearance="information">
                        <p>{notice}</p>
                      </SectionMessage>
                    )}
                    {task.do === 'edit' && (
                      <>
                        <p className="dk-row">
                          <strong>{task.record.summary}</strong>
                          <Score register={register} score={task.record.score} />
                        </p>
                        <Transitions
                          {...{ register, record: task.record }}
                          canEdit
                          hasUnsavedChanges={dirty}
                          onMoved={(record) => show(record, null)}
                          onConflict={(record) => show(record, nowAt(record))}
                        />
                      </>
                    )}
                    <div>{fields}</div>
                  </div>
                </ModalBody>
                <ModalFooter>
                  {leaving ? (
                    <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
                  ) : (
                    <>
                      <Button appearance="subtle" onClick={props.onClose}>
                        {shared.cancel}
                      </Button>
                      <Button appearance="primary" type="submit" isLoading={submitting}>
                        {shared.save}
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

const Leaving = (props: { readonly onStay: () => void; readonly onLeave: () => void }) => (
  <div className="dk-row" role="alert">
    <span>{text.form.unsaved}</span>
    <Button onClick={props.onStay}>{text.form.stay}</Button>
    <Button appearance="warning" onClick={props.onLeave}>
      {text.form.discard}
    </Button>
  </div>
);

const Header = (props: { readonly title: string }) => (
  <ModalHeader hasCloseButton>
    <ModalTitle>{props.title}</ModalTitle>
  </ModalHeader>
);

function titleOf(register: RegisterView, task: Task): string {
  if (task.do === 'edit') return text.edit(task.record.issueKey);
  return task.do === 'create' ? text.add(register.singular) : text.attach;
}
