import { addDays, type LocalDate, type WorkingCalendar, workingDaysIn } from '../calendar';

/** The earliest due dates that are at most 5, and at most 20, working days late. */
export interface AgeingBounds {
  readonly upTo5: LocalDate;
  readonly upTo20: LocalDate;
}

/** Longer than any stretch of holidays makes of 20 working days. */
const HORIZON_DAYS = 200;

/** Where lateness passes from one bucket into the next; `null` for a calendar on which nobody works. */
export function ageingBounds(today: LocalDate, calendar: WorkingCalendar): AgeingBounds | null {
  const upTo5 = earliest(today, 5, calendar);
  const upTo20 = earliest(today, 20, calendar);
  return upTo5 !== null && upTo20 !== null ? { upTo5, upTo20 } : null;
}

function earliest(today: LocalDate, atMost: number, calendar: WorkingCalendar): LocalDate | null {
  for (let back = atMost + 1; back <= HORIZON_DAYS; back += 1) {
    const due = addDays(today, -back);
    if (workingDaysIn(due, today, calendar) > atMost) return addDays(due, 1);
  }
  return null;
}
