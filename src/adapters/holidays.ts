import { addDays, type LocalDate } from '../domain/calendar';
import type { Holidays } from '../ports/holidays';

/** Large, and needed by few projects: loaded when first asked for. Eager keeps it inside the one file that Forge runs. */
const load = async () => (await import(/* webpackMode: "eager" */ 'date-holidays')).default;

type Calendar = Awaited<ReturnType<typeof load>>;

/** What a country's law says is the same for every customer; a warm process need not work it out again. */
const known = new Map<string, readonly LocalDate[]>();

const HOUR_MS = 3_600_000;
/** A holiday that begins or ends with a change of clocks lasts an hour more or less. */
const CLOCK_CHANGE_HOURS = 1;

/** Public holidays, their substitutes included: https://github.com/commenthol/date-holidays */
export const dateHolidays: Holidays = {
  async isKnown(code) {
    return exists(await load(), code);
  },
  async of(code, year) {
    const key = `${code} ${year}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const Calendar = await load();
    const days = exists(Calendar, code) ? daysOff(Calendar, code, year) : [];
    known.set(key, days);
    return days;
  },
};

/** The library takes an unknown region for the whole country: ask its lists. */
function exists(Calendar: Calendar, code: string): boolean {
  const lists = new Calendar();
  const [country = '', state, region] = code.split('-');
  if (!Object.hasOwn(lists.getCountries(), country)) return false;
  if (state === undefined) return true;
  if (!Object.hasOwn(lists.getStates(country) ?? {}, state)) return false;
  return region === undefined || Object.hasOwn(lists.getRegions(country, state) ?? {}, region);
}

function daysOff(Calendar: Calendar, code: string, year: number): LocalDate[] {
  const [country = '', state = '', region = ''] = code.split('-');
  const days = new Set<LocalDate>();
  for (const { date, start, end } of new Calendar(country, state, region, { types: ['public'] }).getHolidays(
    year,
  )) {
    // `date` is written as the calendar there says; from noon on is half a day, and half a day is worked.
    if (date.slice(11, 16) !== '00:00') continue;
    const hours = (end.getTime() - start.getTime()) / HOUR_MS + CLOCK_CHANGE_HOURS;
    for (let n = 0; n < Math.floor(hours / 24); n += 1) days.add(addDays(date.slice(0, 10), n));
  }
  return [...days].sort();
}
