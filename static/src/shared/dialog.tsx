import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import Button from '@atlaskit/button/default/button';
import Modal, { ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useLocation } from 'wouter';
import { t } from './i18n';
import { Leaving } from './leaving';
import { usePanel } from './panel';
import { leaveForm, type UnsavedForm } from './unsaved';
import { DialogFormContext, useForm } from './use-unsaved';

/** Closes the dialog, after asking what becomes of what is written in it. */
const LeaveContext = createContext<() => void>(() => undefined);

/**
 * A dialog over the page. What is written in it is not lost by Escape, by Cancel or by the browser's buttons; where
 * nothing is, each of them closes it.
 */
export function Dialog(props: {
  readonly width: 'medium' | 'large' | 'x-large';
  readonly autoFocus?: RefObject<HTMLElement> | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { width, autoFocus, onClose } = props;
  const form = useForm(true);
  const leave = () => leaveForm(form, onClose);
  useCloseElsewhere(onClose);
  return (
    <DialogFormContext.Provider value={form}>
      <LeaveContext.Provider value={leave}>
        <Modal
          onClose={leave}
          width={width}
          shouldCloseOnOverlayClick={false}
          {...(autoFocus && { autoFocus })}
        >
          {props.children}
        </Modal>
      </LeaveContext.Provider>
    </DialogFormContext.Provider>
  );
}

/** A dialog would stand over the next place as well: it belongs to the one that it was opened in. */
function useCloseElsewhere(onClose: () => void): void {
  const { isActive } = usePanel();
  const [pathname] = useLocation();
  const openedAt = useRef(pathname);
  const isElsewhere = !isActive || pathname !== openedAt.current;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (isElsewhere) close.current();
  }, [isElsewhere]);
}

export const DialogTitle = (props: { readonly children: ReactNode; readonly isMultiline?: boolean }) => (
  <ModalHeader hasCloseButton closeButtonLabel={t('shared.close')}>
    <ModalTitle isMultiline={props.isMultiline ?? false}>{props.children}</ModalTitle>
  </ModalHeader>
);

/** The buttons of a dialog; in their place, for as long as it is open, what becomes of unsaved changes. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  const form: UnsavedForm | null = useContext(DialogFormContext);
  return <ModalFooter>{form === null ? children : <Leaving of={form}>{children}</Leaving>}</ModalFooter>;
}

/** Leaves the dialog as Escape does. */
export function LeaveButton(props: { readonly children?: ReactNode }) {
  const leave = useContext(LeaveContext);
  return (
    <Button appearance="subtle" onClick={leave}>
      {props.children ?? t('shared.cancel')}
    </Button>
  );
}
