/**
 * A calendar date without time or zone, `YYYY-MM-DD`. Dates of this form compare and sort as strings. Arithmetic goes
 * through UTC midnights, where every day has 24 hours.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date that is `days` since 1970-01-01. */
export function fromDayNumber(days: number): LocalDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return weekdayOf(dayNumber(date));
}

/** ISO weekday of a day number. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** True for a date that exists: `2012-02-31` is not one, nor is anything outside the years 0001 to 9999. */
export function isLocalDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const days = dayNumber(text);
  return Number.isFinite(days) && fromDayNumber(days) === text;
}
