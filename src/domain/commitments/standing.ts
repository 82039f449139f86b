import { lastWorkingDay, type LocalDate, type WorkingCalendar, workingDaysIn } from '../calendar';
import type { Ladder } from './policy';
import { escalationStages, ownerStage, type Stage } from './stage';

/** Where something stands on its ladder on one day, whether or not anybody is told on that day. */
export interface Standing {
  readonly kind: 'upcoming' | 'due-today' | 'overdue' | 'escalated';
  /** Working days until the effective day, or since the due date. */
  readonly days: number;
  /** The highest level of the chain whose day has come; 0 for none. */
  readonly level: number;
}

/**
 * Where something due on `due` stands on `today`. Between a due date and the next working day it is zero days late; on
 * the days off before a due date that is one itself, it counts as due.
 */
export function standingOn(
  due: LocalDate,
  today: LocalDate,
  { escalations }: Pick<Ladder, 'escalations'>,
  calendar: WorkingCalendar,
): Standing {
  if (today > due) {
    const days = workingDaysIn(due, today, calendar);
    const level = escalations.filter(({ day }) => day <= days).length;
    return { kind: level > 0 ? 'escalated' : 'overdue', days, level };
  }
  const effective = lastWorkingDay(due, calendar) ?? due;
  if (today >= effective) return { kind: 'due-today', days: 0, level: 0 };
  return { kind: 'upcoming', days: workingDaysIn(today, effective, calendar), level: 0 };
}

/** Nothing follows on a ladder after this many working days: whoever looks later has to act. */
export const isPastLadder = ({ days }: Pick<Standing, 'days'>, { overdue, escalations }: Ladder): boolean => {
  const lastLevel = escalations.at(-1)?.day;
  return days >= (lastLevel ?? (overdue?.last ?? 0) + 1);
};

/**
 * Every stage of the ladder that has fired for something due on `due` up to `today`, the newest first, as far as the
 * number of working days alone tells: on days off nothing fires, so the days of the stages are looked up by count.
 */
export function pastStages(
  due: LocalDate,
  today: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
): Stage[] {
  const { kind, days } = standingOn(due, today, ladder, calendar);
  const ahead = [...ladder.leadDays].sort((a, b) => a - b);
  const upcoming = (from: number): Stage[] =>
    ahead.filter((n) => n >= from).map((n) => ({ kind: 'upcoming', days: n }));
  if (kind === 'upcoming') return upcoming(days);
  const dueToday: Stage = { kind: 'due-today' };
  if (kind === 'due-today') return [dueToday, ...upcoming(0)];
  const { first, every, last } = ladder.overdue ?? { first: 1, every: 1, last: 0 };
  const reminders: Stage[] = [];
  for (let n = first; n <= Math.min(last, days); n += every) reminders.push({ kind: 'overdue', days: n });
  const told: Stage[] = ladder.escalations.flatMap(({ day, to }, i) =>
    day <= days ? [{ kind: 'escalated' as const, level: i + 1, days: day, to }] : [],
  );
  const late = [...reminders, ...told].sort((a, b) => daysOf(b) - daysOf(a));
  return [...late, dueToday, ...upcoming(0)];
}

const daysOf = (stage: Stage): number => ('days' in stage ? stage.days : 0);

/** True where anybody is told on `today` about something due on `due`. */
export const firesOn = (
  due: LocalDate,
  today: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
): boolean =>
  ownerStage(due, today, ladder, calendar) !== null ||
  escalationStages(due, today, ladder, calendar).length > 0;
