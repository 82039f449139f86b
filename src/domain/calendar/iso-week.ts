import { addDays, dayNumber, type LocalDate, weekday } from './local-date';

/** A week by ISO 8601: Monday to Sunday, numbered in the year that holds its Thursday. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  /** `2012-W29`. */
  readonly label: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

export function isoWeek(date: LocalDate): IsoWeek {
  const start = addDays(date, 1 - weekday(date));
  const thursday = addDays(start, 3);
  const year = Number(thursday.slice(0, 4));
  const firstOfYear = dayNumber(`${thursday.slice(0, 4)}-01-01`);
  const week = Math.floor((dayNumber(thursday) - firstOfYear) / 7) + 1;
  const label = `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
  return { year, week, label, start, end: addDays(start, 6) };
}
