import { addDays, type LocalDate, localDate } from '../calendar';

/** Where a person lives, as far as we have learnt it. */
export interface Residence {
  readonly zone: string;
  readonly active: boolean;
  /** When we last learnt that either had changed, ISO instant. */
  readonly movedAt?: string | undefined;
  /** The day that it was for them when the move was learnt, or an earlier one that an earlier move left untold. */
  readonly missedFrom?: LocalDate | undefined;
}

/** What is remembered of a move, now that the person has been read again. */
export function afterReading(
  before: Residence | undefined,
  { zone, active }: Pick<Residence, 'zone' | 'active'>,
  now: Date,
): Pick<Residence, 'movedAt' | 'missedFrom'> {
  if (!before) return {};
  const { movedAt, missedFrom } = before;
  if (before.zone === zone && before.active === active)
    return { ...(movedAt ? { movedAt } : {}), ...(missedFrom ? { missedFrom } : {}) };
  const [first] = daysToTell(before, now);
  return { movedAt: now.toISOString(), missedFrom: first ?? localDate(now, before.zone) };
}

/**
 * The days whose messages a person is told now, earliest first: today, and on the day of a move to the east those that
 * were over at the new place before their delivery time came at the old one.
 */
export function daysToTell({ zone, movedAt, missedFrom }: Omit<Residence, 'active'>, now: Date): LocalDate[] {
  const today = localDate(now, zone);
  const days = [today];
  if (movedAt === undefined || missedFrom === undefined) return days;
  if (localDate(new Date(movedAt), zone) !== today) return days;
  for (let day = addDays(today, -1); day >= missedFrom; day = addDays(day, -1)) days.unshift(day);
  return days;
}
