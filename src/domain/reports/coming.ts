import { addDays, type LocalDate, type WorkingCalendar } from '../calendar';
import { type Period, periodAt, type ReportCalendar, type Steps, stepsOf } from './period';

export interface Coming extends Steps {
  readonly period: Period;
}

/** The next `count` reports whose last step lies after `now`. */
export function comingReports(
  calendar: ReportCalendar,
  zone: string,
  working: WorkingCalendar,
  { today, now, count }: { readonly today: LocalDate; readonly now: Date; readonly count: number },
): Coming[] {
  const coming: Coming[] = [];
  for (let period = periodAt(today, calendar); coming.length < count;) {
    const steps = stepsOf(period, calendar, zone, working);
    if (steps.publish > now) coming.push({ period, ...steps });
    period = periodAt(addDays(period.end, 1), calendar);
  }
  return coming;
}
