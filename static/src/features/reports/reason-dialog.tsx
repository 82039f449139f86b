import { useState, type ReactNode } from 'react';
import { StepDialog } from './step-dialog';
import { WordsField } from './words-field';

/** A step that needs its reason, and at most a choice below it. */
export function ReasonDialog(props: {
  /** Of the reason in the request. */
  readonly path: string;
  readonly words: {
    readonly title: string;
    readonly help: string;
    readonly reason: string;
    readonly missing: string;
    readonly send: string;
    readonly failed: string;
  };
  readonly send: (reason: string) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const { path, words } = props;
  const [reason, setReason] = useState('');
  return (
    <StepDialog
      title={words.title}
      failedTitle={words.failed}
      sendLabel={words.send}
      isDirty={reason !== ''}
      found={reason.trim() === '' ? { [path]: words.missing } : {}}
      send={() => props.send(reason)}
      onClose={props.onClose}
    >
      <p>{words.help}</p>
      <WordsField path={path} label={words.reason} maxLength={1_000} value={reason} onChange={setReason} />
      {props.children}
    </StepDialog>
  );
}
