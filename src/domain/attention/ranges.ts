import { addDays, addWorkingDays, type LocalDate, lastWorkingDay } from '../calendar';
import { HORIZON_DAYS, isPastLadder, type Policy, laddersOf, standingOn } from '../commitments';
import type { Severity } from './assess';

/** Due dates after one day and up to another, and how urgent what is due then is on the project's own ladder. */
export interface DateRange {
  readonly severity: Severity;
  readonly after: LocalDate;
  readonly upTo: LocalDate;
}

/**
 * The due dates that can need attention on `today`, in one range a severity. Each item's own ladder and clock decide
 * in the end: the ranges only say where to look first, and how much lies beyond what was read.
 */
export function attentionRanges(today: LocalDate, oldest: LocalDate, policy: Policy): DateRange[] {
  const last = lastPastLadder(today, policy);
  const soon = horizon(today, policy);
  const yesterday = addDays(today, -1);
  const ranges: DateRange[] = [
    { severity: 'critical', after: oldest, upTo: last },
    { severity: 'serious', after: last > oldest ? last : oldest, upTo: yesterday },
    { severity: 'watch', after: yesterday > oldest ? yesterday : oldest, upTo: soon },
  ];
  return ranges.filter(({ after, upTo }) => after < upTo);
}

/** The latest due date on which the project's own ladder has come to its end. */
function lastPastLadder(today: LocalDate, policy: Policy): LocalDate {
  const isPast = (due: LocalDate): boolean =>
    isPastLadder(standingOn(due, today, policy.ladder, policy.calendar), policy.ladder);
  let due = addDays(today, -1);
  for (let back = 0; back < HORIZON_DAYS && !isPast(due); back += 1) due = addDays(due, -1);
  return due;
}

/** The latest due date whose first reminder may have come anywhere on earth. */
function horizon(today: LocalDate, policy: Policy): LocalDate {
  const days = Math.max(1, ...laddersOf(policy).flatMap(({ leadDays }) => leadDays));
  const ahead = addWorkingDays(addDays(today, 1), days, policy.calendar);
  // What is due on the days off that follow is announced with it.
  let end = ahead;
  for (let n = 0; n < HORIZON_DAYS && lastWorkingDay(addDays(end, 1), policy.calendar) === ahead; n += 1)
    end = addDays(end, 1);
  return end;
}
