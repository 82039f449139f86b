import './table/table.css';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';

/** A button with a panel below it, which closes on Escape and when the focus leaves it. */
export function Popup(props: { readonly label: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);

  useEffect(() => {
    if (isOpen)
      (panel.current?.querySelector<HTMLElement>('input, select, button') ?? panel.current)?.focus();
  }, [isOpen]);

  // The page can get shorter when the panel goes: what somebody presses outside must stay under the pointer until it is clicked.
  useEffect(() => {
    if (!isOpen) return undefined;
    const pressed = ({ target }: PointerEvent) => {
      isPressed.current = !(target instanceof Node && root.current?.contains(target));
    };
    const clicked = () => {
      if (isPressed.current) setOpen(false);
      isPressed.current = false;
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('click', clicked);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('click', clicked);
    };
  }, [isOpen]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    trigger.current?.focus();
  };
  const closeOnLeave = (event: FocusEvent) => {
    if (!isPressed.current && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div ref={root} className="dk-popup" onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <Button ref={trigger} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {props.label} <span aria-hidden="true">▾</span>
      </Button>
      {isOpen && (
        // A click between the controls stays inside, since the panel itself can have the focus.
        <div ref={panel} className="dk-popup-panel" role="group" aria-label={props.label} tabIndex={-1}>
          {props.children}
        </div>
      )}
    </div>
  );
}
