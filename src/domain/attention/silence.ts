import { type LocalDate, localDate, type WorkingCalendar, workingDaysIn } from '../calendar';

/** A message that Docket wrote on an item, and when the item had last changed before it. Instants, ISO 8601. */
export interface OwnMessage {
  readonly at: string;
  readonly itemUpdatedAt: string | null;
}

/** Without any change for this many working days, what is late or due soon counts as stale. */
export const STALE_AFTER = 5;

/** A comment is dated by the product's clock, and settled by ours a little later. */
const SAME_MS = 120_000;

/**
 * When anybody but Docket last changed an item, as far as that is known: Docket's own comment changes it as well, so that
 * what it had remembered of the item before its message is looked at instead, message by message.
 */
export function lastTouched(updatedAt: string, messages: readonly OwnMessage[]): string {
  const newestFirst = [...messages].sort((a, b) => (a.at < b.at ? 1 : -1));
  return newestFirst.reduce((touched, { at, itemUpdatedAt }) => {
    const isOwn = Math.abs(Date.parse(touched) - Date.parse(at)) <= SAME_MS;
    return isOwn && itemUpdatedAt !== null && itemUpdatedAt < touched ? itemUpdatedAt : touched;
  }, updatedAt);
}

/** Working days on which nothing was heard of an item: those after its last change, up to today. */
export const silentDays = (
  touched: string,
  today: LocalDate,
  { zone, calendar }: { readonly zone: string; readonly calendar: WorkingCalendar },
): number => workingDaysIn(localDate(new Date(touched), zone), today, calendar);
