import { useState, type ReactNode } from 'react';
import { useHasErrorIn } from '../../shared/form-errors';

/** A part of the form that few need: folded, until it is opened or something in it is wrong. */
export function Folded(props: {
  /** Of the fields inside, or of what they are part of. */
  readonly paths: readonly string[];
  readonly title: string;
  /** What is inside, in a word or two, for as long as it is folded. */
  readonly hint?: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(props.startsOpen ?? false);
  const wrong = useHasErrorIn(props.paths);
  return (
    <details
      className="dk-folded"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {props.title}
        {props.hint !== undefined && <span className="dk-subtle"> ({props.hint})</span>}
      </summary>
      <div className="dk-folded-body">{props.children}</div>
    </details>
  );
}
