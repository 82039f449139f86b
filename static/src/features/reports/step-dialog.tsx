import type { ReactNode } from 'react';
import { ModalBody } from '@atlaskit/modal-dialog';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { Dialog, DialogActions, DialogTitle, LeaveButton } from '../../shared/dialog';

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
  const submit = () =>
    form.submit(props.found, async () => {
      await props.send();
      props.onClose();
    });
  return (
    <Dialog onClose={props.onClose} width="large">
      <CheckedForm
        of={form}
        failedTitle={props.failedTitle}
        className="dk-form"
        label={props.title}
        isDirty={props.isDirty}
        onSubmit={() => void submit()}
      >
        <DialogTitle>{props.title}</DialogTitle>
        <ModalBody>
          <div className="dk-stack">{props.children}</div>
        </ModalBody>
        <DialogActions>
          <LeaveButton />
          <CallButton appearance="primary" type="submit" isLoading={form.saving}>
            {props.sendLabel}
          </CallButton>
        </DialogActions>
      </CheckedForm>
    </Dialog>
  );
}
