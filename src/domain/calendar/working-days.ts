import { addDays, dayNumber, type LocalDate, weekday, weekdayOf } from './local-date';

/** Which days a project works: ISO weekdays, less its holidays. */
export interface WorkingCalendar {
  readonly weekdays: readonly number[];
  readonly holidays: ReadonlySet<LocalDate>;
}

export const MONDAY_TO_FRIDAY: WorkingCalendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set() };

export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  return calendar.weekdays.includes(weekday(date)) && !calendar.holidays.has(date);
}

/**
 * How many working days lie in `(after, upTo]`: the first day does not count, the last does. Zero where `upTo` is not
 * later than `after`. Whole weeks are multiplied, not walked, so a date in 1900 costs no more than yesterday's.
 */
export function workingDaysIn(after: LocalDate, upTo: LocalDate, calendar: WorkingCalendar): number {
  const from = dayNumber(after);
  const to = dayNumber(upTo);
  if (to <= from) return 0;
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * calendar.weekdays.length;
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) {
    if (calendar.weekdays.includes(weekdayOf(day))) count += 1;
  }
  for (const holiday of calendar.holidays) {
    if (holiday > after && holiday <= upTo && calendar.weekdays.includes(weekday(holiday))) count -= 1;
  }
  return count;
}

/**
 * The last working day on or before `date`, or `undefined` where none lies in the year before: a calendar without
 * working days has no answer.
 */
export function lastWorkingDay(date: LocalDate, calendar: WorkingCalendar): LocalDate | undefined {
  for (let back = 0; back <= 366; back += 1) {
    const day = addDays(date, -back);
    if (isWorkingDay(day, calendar)) return day;
  }
  return undefined;
}

/** The working day that comes `count` working days after `date`; `date` itself for none. */
export function addWorkingDays(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  let day = date;
  // A calendar without working days has no answer; three years of walking is enough to know.
  for (let left = count, walked = 0; left > 0 && walked < 1_100; walked += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
