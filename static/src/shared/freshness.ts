export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How old an answer may be before it is asked for again when somebody comes back to it. */
export const FRESH_MS = 5 * MINUTE_MS;

/** Problems that pass: what is on the screen stays, marked with its age. After any other one it must not be shown on. */
const PASSING: ReadonlySet<string> = new Set([
  'OFFLINE',
  'RATE_LIMITED',
  'UPSTREAM_DOWN',
  'UPSTREAM_SHAPE',
  'INTERNAL',
]);

export const isPassing = (code: string): boolean => PASSING.has(code);

/**
 * Whether an answer should be asked for again.
 *
 * @param asked when it was asked for, in milliseconds. @param changed when a screen last said that something changed.
 */
export const isStale = (asked: number, changed: number, now: number, freshMs = FRESH_MS): boolean =>
  now - asked >= freshMs || changed > asked;

/** @returns How long ago, in words of that language. */
export function ago(milliseconds: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return milliseconds < HOUR_MS
    ? words.format(-Math.floor(milliseconds / MINUTE_MS), 'minute')
    : words.format(-Math.floor(milliseconds / HOUR_MS), 'hour');
}
