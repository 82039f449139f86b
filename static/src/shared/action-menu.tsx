import './action-menu.css';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { itemAfter } from './menu-keys';
import { OFFLINE_ID } from './offline';
import { useOnline } from './online';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  /** Whether choosing it asks something of the app, which needs a connection. */
  readonly asks: boolean;
  readonly choose: () => void;
}

/** A button with a menu of what can be done, drawn over the page so that no table cuts it off. */
export function ActionMenu(props: {
  readonly label: string;
  readonly tabIndex: number;
  readonly items: () => readonly MenuItem[];
}) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="dk-menu-button"
        tabIndex={props.tabIndex}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {isOpen && trigger.current !== null && (
        <Menu label={props.label} items={props.items()} below={trigger.current} onClose={close} />
      )}
    </>
  );
}

function Menu(props: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly below: HTMLElement;
  readonly onClose: () => void;
}) {
  const { items, below, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const isOnline = useOnline();

  useLayoutEffect(() => {
    if (menu.current === null) return;
    place(menu.current, below.getBoundingClientRect());
    entriesOf(menu.current)[0]?.focus({ preventScroll: true });
  }, [below]);
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && (menu.current?.contains(target) || below.contains(target))))
        close.current();
    };
    // What the menu belongs to moves away from below it.
    document.addEventListener('scroll', leave, { capture: true });
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('scroll', leave, { capture: true });
      document.removeEventListener('pointerdown', leave);
    };
  }, [below]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What lies around the button has keys of its own.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      return;
    }
    const entries = entriesOf(event.currentTarget);
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const next = itemAfter(event.key, at, entries.length);
    if (next === null) return;
    event.preventDefault();
    entries[next]?.focus();
  };
  return createPortal(
    <div ref={menu} role="menu" className="dk-menu" aria-label={props.label} onKeyDown={onKeyDown}>
      {items.map(({ key, label, asks, choose }) => {
        const isOff = asks && !isOnline;
        return (
          <button
            key={key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="dk-menu-item"
            {...(isOff && { 'aria-disabled': true, 'aria-describedby': OFFLINE_ID })}
            onClick={() => {
              if (isOff) return;
              onClose();
              choose();
            }}
          >
            {label}
          </button>
        );
      })}
    </div>,
    document.body,
  );
}

const entriesOf = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]'),
];

/** Below its button and in line with its end; above it where there is no room. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const isAbove = button.bottom + height > window.innerHeight && button.top > height;
  menu.style.top = `${isAbove ? button.top - height : button.bottom}px`;
  menu.style.left = `${Math.max(0, button.right - width)}px`;
}
