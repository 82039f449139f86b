import {
  addDays,
  isWorkingDay,
  lastWorkingDay,
  type LocalDate,
  type WorkingCalendar,
  workingDaysIn,
} from '../calendar';
import type { Ladder, Who } from './policy';

/** Where a commitment stands on its ladder on one day. Derived, never stored as truth. */
export type Stage =
  | { readonly kind: 'upcoming'; readonly days: number }
  | { readonly kind: 'due-today' }
  | { readonly kind: 'overdue'; readonly days: number }
  | EscalatedStage
  | AskedStage;

export interface EscalatedStage {
  readonly kind: 'escalated';
  readonly level: number;
  readonly days: number;
  readonly to: Who;
  /** True where somebody asked for it before its day. */
  readonly byHand?: true;
}

/** A reminder that somebody asked for: one a day and commitment, whoever asks. */
export interface AskedStage {
  readonly kind: 'asked';
  /** The project's date. */
  readonly on: LocalDate;
  /** Working days late on that day; `null`: it is not late. */
  readonly late: number | null;
}

/** As the ledger and the API write it: `upcoming(3)`, `due-today`, `overdue(1)`, `escalated(1)`, `asked(2026-11-20)`. */
export function stageName(stage: Stage): string {
  switch (stage.kind) {
    case 'due-today':
      return 'due-today';
    case 'escalated':
      return `escalated(${stage.level})`;
    case 'asked':
      return `asked(${stage.on})`;
    default:
      return `${stage.kind}(${stage.days})`;
  }
}

/**
 * What the owner is told on `today` about something due on `due`, if anything. The effective day is the last working
 * day on or before the due date, so that a date on a weekend is announced before it.
 */
export function ownerStage(
  due: LocalDate,
  today: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
): Stage | null {
  if (!isWorkingDay(today, calendar)) return null;
  if (today > due) {
    if (!ladder.overdue) return null;
    const days = workingDaysIn(due, today, calendar);
    const { first, every, last } = ladder.overdue;
    return days >= first && days <= last && (days - first) % every === 0 ? { kind: 'overdue', days } : null;
  }
  const effective = lastWorkingDay(due, calendar);
  if (effective === undefined || today > effective) return null;
  if (today === effective) return { kind: 'due-today' };
  const days = workingDaysIn(today, effective, calendar);
  return ladder.leadDays.includes(days) ? { kind: 'upcoming', days } : null;
}

/** Which levels of the chain are told on `today`. */
export function escalationStages(
  due: LocalDate,
  today: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
): EscalatedStage[] {
  if (today <= due || !isWorkingDay(today, calendar)) return [];
  const days = workingDaysIn(due, today, calendar);
  return ladder.escalations.flatMap(({ day, to }, i) =>
    day === days ? [{ kind: 'escalated' as const, level: i + 1, days, to }] : [],
  );
}

/** Farther than any rule reaches even through weeks of holidays; a guard against walking for ever. */
export const HORIZON_DAYS = 400;

/** Who is told on one day about what is due on one date. */
interface Firing {
  readonly due: LocalDate;
  readonly owner: boolean;
  readonly levels: readonly EscalatedStage[];
}

/** Which of what fires somebody asks about. */
export type Fires = (firing: Firing) => boolean;

export const firesForOwner: Fires = ({ owner }) => owner;

/** For the levels that `told` accepts. */
export const firesForLevels =
  (told: (who: Who) => boolean): Fires =>
  ({ levels }) =>
    levels.some(({ to }) => told(to));

/**
 * The due dates for which `fires` is true on `today`, earliest first. A stage depends on the due date and the day
 * alone, so a query can name the very dates instead of reading everything that is open.
 */
export const datesThatFire = (
  today: LocalDate,
  ladder: Ladder,
  calendar: WorkingCalendar,
  fires: Fires,
): LocalDate[] =>
  firingsOn(today, ladder, calendar)
    .filter(fires)
    .map(({ due }) => due);

/** Of each calendar and ladder, as long as somebody holds them: a run asks for the same few days for each project. */
const known = new WeakMap<WorkingCalendar, WeakMap<Ladder, Map<LocalDate, readonly Firing[]>>>();

function firingsOn(today: LocalDate, ladder: Ladder, calendar: WorkingCalendar): readonly Firing[] {
  const ofCalendar = known.get(calendar) ?? new WeakMap<Ladder, Map<LocalDate, readonly Firing[]>>();
  known.set(calendar, ofCalendar);
  const byDay = ofCalendar.get(ladder) ?? new Map<LocalDate, readonly Firing[]>();
  ofCalendar.set(ladder, byDay);
  const firings = byDay.get(today) ?? findFirings(today, ladder, calendar);
  byDay.set(today, firings);
  return firings;
}

function findFirings(today: LocalDate, ladder: Ladder, calendar: WorkingCalendar): Firing[] {
  if (!isWorkingDay(today, calendar)) return [];
  const furthestBack = Math.max(0, ladder.overdue?.last ?? 0, ...ladder.escalations.map(({ day }) => day));
  const furthestAhead = Math.max(0, ...ladder.leadDays);
  const dates: LocalDate[] = [];
  for (let back = 1; back < HORIZON_DAYS; back += 1) {
    const due = addDays(today, -back);
    if (workingDaysIn(due, today, calendar) > furthestBack) break;
    dates.unshift(due);
  }
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += 1) {
    const due = addDays(today, ahead);
    if (workingDaysIn(today, due, calendar) > furthestAhead) break;
    dates.push(due);
  }
  return dates
    .map((due) => ({
      due,
      owner: ownerStage(due, today, ladder, calendar) !== null,
      levels: escalationStages(due, today, ladder, calendar),
    }))
    .filter(({ owner, levels }) => owner || levels.length > 0);
}
