/** The bench's own calendar, written apart from the app's so that the two can disagree. Dates are `YYYY-MM-DD`. */
const DAY = 86_400_000;

/** A wall clock: its date, and minutes since its midnight. */
export interface WallClock {
  readonly date: string;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of `zone` (IANA) shows at `instant` (epoch milliseconds). */
export function wallClock(instant: number, zone: string): WallClock {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    minute: 60 * Number(part['hour']) + Number(part['minute']),
  };
}

/** Days since 1970-01-01, which was a Thursday. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Monday to Friday. */
export function isWorking(day: number): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5;
}

/** How many working days lie in `(after, upTo]`, both as day numbers. */
export function workingDays(after: number, upTo: number): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isWorking(day)) count += 1;
  return count;
}
