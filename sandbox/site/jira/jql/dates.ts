/** Dates as JQL writes them, read in the asking user's zone. */
import { TZDate, tz } from '@date-fns/tz';
import {
  add,
  addDays,
  addMonths,
  addWeeks,
  addYears,
  type Duration,
  format,
  parse,
  startOfDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from 'date-fns';

export type Period = 'Day' | 'Week' | 'Month' | 'Year';

const UNIT_MS: Readonly<Record<string, number>> = {
  w: 7 * 24 * 60 * 60_000,
  d: 24 * 60 * 60_000,
  h: 60 * 60_000,
  m: 60_000,
};

/** `-7d`, `2w`, `-4h 30m` in milliseconds, a day being 24 hours as in Jira; `null` where it is no such period. */
export function parsePeriod(text: string): number | null {
  const match = /^([+-]?)((?:\d+[wdhm]\s*)+)$/.exec(text.trim());
  if (!match) return null;
  let total = 0;
  for (const [, count, unit] of (match[2] as string).matchAll(/(\d+)([wdhm])/g))
    total += Number(count) * (UNIT_MS[unit as string] as number);
  return match[1] === '-' ? -total : total;
}

/** A query that names every date of a month asks for the same few again and again, and each costs a look at its zone. */
const REMEMBERED = 2_000;

function remembering<K extends string | number, T>(find: (what: K, timeZone: string) => T): typeof find {
  const known = new Map<string, T>();
  return (what, timeZone) => {
    const key = `${timeZone} ${what}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const made = find(what, timeZone);
    known.set(key, made);
    return made;
  };
}

/** `yyyy-MM-dd` or `yyyy/MM/dd`, with or without ` HH:mm` (else midnight), as an instant; `null` where it is no date. */
export const parseDate = remembering((text: string, timeZone: string): number | null => {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}:\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, year, , month, day, time = '00:00'] = match;
  const date = parse(`${year}-${month}-${day} ${time}`, 'yyyy-MM-dd HH:mm', 0, { in: tz(timeZone) });
  const instant = date.getTime();
  return Number.isNaN(instant) ? null : instant;
});

/** The date on the wall of someone in that zone, `YYYY-MM-DD`. */
export const localDate = remembering((instant: number, timeZone: string): string =>
  format(new TZDate(instant, timeZone), 'yyyy-MM-dd'),
);

/** An argument of `startOfDay` and the like: `-1d`, `+2M`, or `3` in the function's own unit. */
export function parseIncrement(text: string, period: Period): Duration | null {
  const match = /^([+-]?)(\d+)([yMwdhm]?)$/.exec(text.trim());
  if (!match) return null;
  const count = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  switch (match[3] || NATURAL[period]) {
    case 'y':
      return { years: count };
    case 'M':
      return { months: count };
    case 'w':
      return { weeks: count };
    case 'd':
      return { days: count };
    case 'h':
      return { hours: count };
    default:
      return { minutes: count };
  }
}

const NATURAL: Readonly<Record<Period, string>> = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' };

/** Jira's default for the whole site; an admin can change it to Monday, which the sandbox does not model. */
const SUNDAY = 0;

/**
 * `startOfMonth("+14d")` is the 15th, so Jira moves after it has found the boundary. The end is moved as the start of
 * the following period: `endOfMonth("+1M")` in February is the 31st of March, not the 28th.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-functions/
 */
export function boundary(edge: 'start' | 'end', period: Period, now: TZDate, increment: Duration): number {
  const start = {
    Day: () => startOfDay(now),
    Week: () => startOfWeek(now, { weekStartsOn: SUNDAY }),
    Month: () => startOfMonth(now),
    Year: () => startOfYear(now),
  }[period]();
  if (edge === 'start') return add(start, increment).getTime();
  const next = { Day: addDays, Week: addWeeks, Month: addMonths, Year: addYears }[period](start, 1);
  return add(next, increment).getTime() - 1;
}
