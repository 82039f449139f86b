/** A change that is on the screen before the app has made it. */
export interface Pending<T> {
  readonly id: number;
  readonly change: (before: T) => T;
  /** The app has made it; it stays until an answer shows that. */
  readonly isMade: boolean;
}

/** What the screen shows: the app's last answer with the changes that it does not show yet, in their order. */
export const overlaid = <T>(answer: T, pending: readonly Pending<T>[]): T =>
  pending.reduce((shown, { change }) => change(shown), answer);

/** A new answer shows what was made before it; what is still on its way stays on top of it. */
export const answered = <T>(pending: readonly Pending<T>[]): readonly Pending<T>[] =>
  pending.filter(({ isMade }) => !isMade);

export const made = <T>(pending: readonly Pending<T>[], id: number): readonly Pending<T>[] =>
  pending.map((one) => (one.id === id ? { ...one, isMade: true } : one));

/** The app refused: the screen goes back to what it showed without this change, and keeps the others. */
export const rolledBack = <T>(pending: readonly Pending<T>[], id: number): readonly Pending<T>[] =>
  pending.filter((one) => one.id !== id);
