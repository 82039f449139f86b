import type { Routes } from '../../api/routes';

/** Where the reader's eyes and focus were in each place, and where they go in the next. */
export interface Whereabouts {
  /**
   * To be called when a place is on the screen. Gives the focus to what had it there, where the browser's buttons led
   * back; otherwise to the heading, unless it is in the place already.
   */
  readonly arrive: (pathname: string, root: HTMLElement | null, heading: HTMLElement | null) => void;
}

interface Left {
  readonly scroll: number;
  readonly focused: Element | null;
}

export function followWhereabouts(routes: Routes): Whereabouts {
  const left = new Map<string, Left>();
  let here = routes.place().pathname;
  let isNew = false;
  routes.subscribe(() => {
    const { pathname } = routes.place();
    if (pathname === here) return;
    left.set(here, { scroll: window.scrollY, focused: document.activeElement });
    here = pathname;
    isNew = true;
  });
  return {
    arrive(pathname, root, heading) {
      if (!isNew || pathname !== here || root === null) return;
      isNew = false;
      const before = routes.isReturn() ? left.get(pathname) : undefined;
      if (!isIn(root, document.activeElement)) {
        const last = before?.focused ?? null;
        if (isIn(root, last)) last.focus();
        else heading?.focus({ preventScroll: true });
      }
      window.scrollTo(0, before?.scroll ?? 0);
    },
  };
}

/** Whether it can have the focus there: what is left open out of sight cannot. */
const isIn = (root: HTMLElement, element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement &&
  root.contains(element) &&
  getComputedStyle(element).visibility === 'visible';
