import { instantAt, type LocalDate, localDate, type WorkingCalendar } from '../calendar';
import { STEP_WINDOW_MS } from './due-step';
import { type Period, periodAt, periodBefore, type ReportCalendar, stepsOf } from './period';

/** A report that was begun under a calendar that has changed since: its own times stand. Instants, ISO 8601. */
export interface Underway {
  readonly label: string;
  readonly cutOff: string;
  readonly publish: string;
}

export interface ReportTimes {
  readonly calendar: ReportCalendar;
  /** True where nobody is asked and nobody reviews: the report is made and published in one go. */
  readonly isPlain: boolean;
  readonly underway: readonly Underway[];
  readonly zone: string;
  readonly working: WorkingCalendar;
}

/** A cut-off and a publication may each be most of a week after the step before. */
const PERIODS_BACK = 3;

/** The periods whose reports may have a step to take on `today`, oldest first. */
export function recentPeriods(
  today: LocalDate,
  calendar: Pick<ReportCalendar, 'cadence' | 'anchor'>,
): Period[] {
  const periods = [periodAt(today, calendar)];
  while (periods.length < PERIODS_BACK)
    periods.unshift(periodBefore(periods[0] ?? periodAt(today, calendar), calendar));
  return periods;
}

/** Early, before anybody reads: what a dead run or a late decision has left is brought to its end daily. */
const DAILY_LOOK = '06:00';
const DAILY_WINDOW_MS = 3 * 3_600_000;

/** The times of a project's reports that have come and not grown old: `2012-W29 cut-off`, `day 2012-07-20`. */
export function reportOccurrences(times: ReportTimes, now: Date): string[] {
  const { calendar, isPlain, underway, zone, working } = times;
  const today = localDate(now, zone);
  const due: string[] = [];
  const note = (name: string, at: Date | null, window = STEP_WINDOW_MS) => {
    if (at !== null && at <= now && now.getTime() - at.getTime() < window) due.push(name);
  };
  for (const { label, cutOff, publish } of underway) {
    note(`${label} cut-off`, new Date(cutOff));
    note(`${label} publish`, new Date(publish));
  }
  for (const period of recentPeriods(today, calendar)) {
    const { ask, cutOff, publish } = stepsOf(period, calendar, zone, working);
    if (!isPlain) note(`${period.label} ask`, ask);
    if (!isPlain) note(`${period.label} cut-off`, cutOff);
    note(`${period.label} publish`, publish);
  }
  if (!isPlain) note(`day ${today}`, instantAt(today, DAILY_LOOK, zone), DAILY_WINDOW_MS);
  return [...new Set(due)];
}
