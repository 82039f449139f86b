import { dayNumber, isWorking, workingDays } from './calendar';

/** The default policy, as the issue words it; nothing else in the bench knows it. */
const UPCOMING = [3, 1];
const LAST_OVERDUE = 15;
const BACKLOG_AFTER = 5;
/** Day late to who is told besides: level 1 the lead, level 2 the sponsor. */
export const ESCALATIONS = [
  { level: 1, daysLate: 3 },
  { level: 2, daysLate: 8 },
] as const;

/** 09:00, in minutes since midnight. */
export const DELIVERY_MINUTE = 540;

/** What the owner of something due on `due` is told on their date `today`: `upcoming(3)`, `due-today`, ..., or nothing. */
export function ownerStage(due: string, today: string): string | null {
  const [d, t] = [dayNumber(due), dayNumber(today)];
  if (!isWorking(t)) return null;
  let effective = d;
  while (!isWorking(effective)) effective -= 1;
  if (t < effective) {
    const k = workingDays(t, effective);
    return UPCOMING.includes(k) ? `upcoming(${k})` : null;
  }
  if (t === effective) return 'due-today';
  if (t <= d) return null;
  const n = workingDays(d, t);
  return n % 2 === 1 && n <= LAST_OVERDUE ? `overdue(${n})` : null;
}

/** The level of the chain that is told on its own date `today`, if any. */
export function escalationLevel(due: string, today: string): 1 | 2 | null {
  const [d, t] = [dayNumber(due), dayNumber(today)];
  if (!isWorking(t) || t <= d) return null;
  const n = workingDays(d, t);
  return ESCALATIONS.find(({ daysLate }) => daysLate === n)?.level ?? null;
}

/** True where it was too late to be chased when Docket was switched on. */
export const isBacklog = (due: string, today: string): boolean =>
  workingDays(dayNumber(due), dayNumber(today)) > BACKLOG_AFTER;
