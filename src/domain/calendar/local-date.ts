/**
 * A calendar date without time or zone, `YYYY-MM-DD`. Dates of this form compare and sort as strings. Arithmetic goes
 * through UTC midnights, where every day has 24 hours.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** A run asks about the same few hundred dates thousands of times; they are nobody's data. */
const numbers = new Map<LocalDate, number>();
const dates = new Map<number, LocalDate>();
const MOST_KNOWN = 5_000;

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const days = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  keep(numbers, date, days);
  return days;
}

/** The date that is `days` since 1970-01-01. @throws RangeError where no date is. */
export function fromDayNumber(days: number): LocalDate {
  const known = dates.get(days);
  if (known !== undefined) return known;
  const date = new Date(days * DAY_MS).toISOString().slice(0, 10);
  keep(dates, days, date);
  return date;
}

function keep<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, value);
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
