/** A form that may have words on it that nobody has saved. */
export interface UnsavedForm {
  /** Whether it is where the person is: a part that is left open in the background keeps what is written there. */
  readonly isHere: () => boolean;
  /** Whether it asks in its own place, as a dialog does that covers the page. The page asks for the others. */
  readonly asksItself: boolean;
}

/** What somebody is asked who is about to leave such a form. */
export interface Question {
  readonly form: UnsavedForm;
  /** What they were about to do. */
  readonly leave: () => void;
}

/** One form can be held for several reasons: each counts. */
const held = new Map<symbol, UnsavedForm>();
const listeners = new Set<() => void>();
let question: Question | null = null;
let isLeavingPage = false;

function ask(next: Question | null): void {
  question = next;
  for (const listener of [...listeners]) listener();
}

/** Counts a form as unsaved. @returns the end of it. */
export function holdUnsaved(form: UnsavedForm): () => void {
  const hold = Symbol('unsaved');
  held.set(hold, form);
  isLeavingPage = false;
  ask(question);
  return () => {
    held.delete(hold);
    ask(question !== null && !isHeld(question.form) ? null : question);
  };
}

const isHeld = (form: UnsavedForm): boolean => [...held.values()].includes(form);

/** Whether there is anything on this page that reloading it would drop. */
export const hasUnsaved = (): boolean => held.size > 0;

/** Whether the browser has to ask before it drops the page: not where somebody has just been asked. */
export const isGuarded = (): boolean => hasUnsaved() && !isLeavingPage;

/**
 * Leaves at once where nothing is lost by it; otherwise asks first, once, however many forms there are.
 *
 * @param reach what is left: the part of the page that somebody looks at, or the page with all that is open in it.
 */
export function askToLeave(leave: () => void, reach: 'part' | 'page' = 'part'): void {
  const forms = [...held.values()];
  const here = forms.findLast((form) => form.isHere());
  const form = reach === 'page' ? (here ?? forms.at(-1)) : here;
  if (form === undefined) {
    leave();
    return;
  }
  const leaveNow = () => {
    isLeavingPage = reach === 'page';
    leave();
  };
  ask({ form, leave: leaveNow });
}

/** Leaves one form, whatever else is open; asks first where there is something on it. */
export function leaveForm(form: UnsavedForm, leave: () => void): void {
  if (isHeld(form)) ask({ form, leave });
  else leave();
}

/** What they decided. */
export function decide(isLeft: boolean): void {
  const asked = question;
  ask(null);
  if (isLeft) asked?.leave();
}

export const currentQuestion = (): Question | null => question;

/** @returns The end of the subscription. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
