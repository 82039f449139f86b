import { TZDate } from '@date-fns/tz';
import { addDays, type LocalDate } from './local-date';

/** Formatters are costly to make and hold no data of anyone; one a zone is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** True for a zone that the runtime's IANA data knows. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return zone !== '';
  } catch {
    return false;
  }
}

/** What each zone's clock showed when it was last looked at: a run asks about its one `now` for everybody it knows. */
const lastLooks = new Map<string, { readonly at: number; readonly shown: string }>();

/** `YYYY-MM-DDTHH:MM` on the wall clock of `zone`. @throws RangeError where the zone is unknown. */
export function localMinute(instant: Date, zone: string): string {
  const at = instant.getTime();
  const last = lastLooks.get(zone);
  if (last?.at === at) return last.shown;
  const shown = look(instant, zone);
  lastLooks.set(zone, { at, shown });
  return shown;
}

function look(instant: Date, zone: string): string {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = value;
  const year = (parts['year'] ?? '').padStart(4, '0');
  return `${year}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/** The date on the wall calendar of `zone`. */
export function localDate(instant: Date, zone: string): LocalDate {
  return localMinute(instant, zone).slice(0, 10);
}

/** A run asks for the same few mornings thousands of times; like the formatters they are nobody's data. */
const instants = new Map<string, number>();
const MOST_INSTANTS = 2_000;

/**
 * The first instant at which the wall clock of `zone` shows `time` (HH:MM) or later on `date`. On a day whose clock
 * jumps over `time` that is the instant of the jump; on a day whose clock shows `time` twice, the first.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Date {
  const key = `${date}T${time} ${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return new Date(known);
  const found = findInstant(date, time, zone);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(key, found.getTime());
  return found;
}

function findInstant(date: LocalDate, time: string, zone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const guess = new TZDate(year, month - 1, day, hour, minute, zone).getTime();
  const wanted = `${date}T${time}`;
  // The library resolves a skipped time to one side and a doubled one to either; settle on the first moment that fits.
  for (const shift of [-3_600_000, -1_800_000]) {
    if (localMinute(new Date(guess + shift), zone) === wanted) return new Date(guess + shift);
  }
  if (localMinute(new Date(guess), zone) === wanted) return new Date(guess);
  return firstMinuteFrom(wanted, guess, zone);
}

/** The wall clock skips `wanted`: walk to the first minute that shows something later. */
function firstMinuteFrom(wanted: string, near: number, zone: string): Date {
  // Wide enough for a zone that skipped a whole day at the date line.
  const start = near - 30 * 3_600_000;
  let low = 0;
  let high = 60 * 60;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (localMinute(new Date(start + middle * 60_000), zone) >= wanted) high = middle;
    else low = middle + 1;
  }
  return new Date(start + low * 60_000);
}

/** The dates that it is somewhere on earth at this instant, earliest first: two, or three around 10:00 to 12:00 UTC. */
export function datesOnEarth(instant: Date): LocalDate[] {
  const first = new Date(instant.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
  const last = new Date(instant.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  const dates = [first];
  for (let date = first; date < last;) dates.push((date = addDays(date, 1)));
  return dates;
}
