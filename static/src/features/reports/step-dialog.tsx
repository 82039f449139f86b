import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { t } from '../../shared/i18n';
import { LeaveGuard, Leaving } from '../../shared/leaving';

/** One step of a person on a report, with the words that it needs; they are not lost by pressing Escape. */
export function StepDialog(props: {
  readonly title: string;
  readonly failedTitle: string;
  readonly sendLabel: string;
  readonly isDirty: boolean;
  /** What is wrong before it is sent, by the path of the field. */
  readonly found: Readonly<Record<string, string>>;
  readonly send: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const form = useSubmit();
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => (props.isDirty ? setLeaving(true) : props.onClose());
  const submit = () => {
    setLeaving(false);
    return form.submit(props.found, async () => {
      await props.send();
      props.onClose();
    });
  };
  return (
    <Modal onClose={leave} width="large" shouldCloseOnOverlayClick={false}>
      <LeaveGuard isActive={props.isDirty} />
      <CheckedForm
        of={form}
        failedTitle={props.failedTitle}
        className="dk-form"
        label={props.title}
        onSubmit={() => void submit()}
      >
        <ModalHeader hasCloseButton closeButtonLabel={t('shared.close')}>
          <ModalTitle>{props.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="dk-stack">{props.children}</div>
        </ModalBody>
        <ModalFooter>
          {isLeaving ? (
            <Leaving onStay={() => setLeaving(false)} onLeave={props.onClose} />
          ) : (
            <>
              <Button appearance="subtle" onClick={leave}>
                {t('shared.cancel')}
              </Button>
              <Button appearance="primary" type="submit" isLoading={form.saving}>
                {props.sendLabel}
              </Button>
            </>
          )}
        </ModalFooter>
      </CheckedForm>
    </Modal>
  );
}
