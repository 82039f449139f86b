import { wordsLocale } from './i18n';

/** How the viewer writes dates and numbers. Built once a screen; every function is pure. */
export interface Format {
  /** A calendar date, `YYYY-MM-DD`; it has no zone and is shown as it stands. */
  readonly date: (isoDate: string) => string;
  /** A calendar date with its weekday. */
  readonly day: (isoDate: string) => string;
  /** An instant, in the viewer's own zone. */
  readonly instant: (isoInstant: string) => string;
  /** The calendar date of an instant in the viewer's own zone, `YYYY-MM-DD`. */
  readonly dateOf: (isoInstant: string) => string;
  /** Somebody else's wall clock, `YYYY-MM-DDTHH:MM`, as they saw it. */
  readonly wallClock: (local: string) => string;
  /** Somebody else's wall clock, without its date. */
  readonly timeOfDay: (local: string) => string;
  /** A calendar month, `YYYY-MM`. */
  readonly month: (isoMonth: string) => string;
  readonly number: (value: number) => string;
  /** A difference with its sign: `+3`, `−2`, `±0`. */
  readonly change: (difference: number) => string;
  /** Integer minor units of an ISO 4217 currency. */
  readonly money: (minorUnits: number, currency: string) => string;
}

/** What cannot be read as a date is shown as it came: a wrong date on a screen is worse than an odd one. */
const shown = (value: string, asDate: Date, format: Intl.DateTimeFormat) =>
  Number.isNaN(asDate.getTime()) ? value : format.format(asDate);

export function createFormat(locale: string, timeZone: string): Format {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const here = new Intl.DateTimeFormat(locale, { ...moment, timeZone: knownZone(timeZone) });
  // Sweden writes dates as ISO 8601 does.
  const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: knownZone(timeZone) });
  const asWritten = new Intl.DateTimeFormat(locale, { ...moment, timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(wordLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(wordLocale(locale), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  return {
    date: (isoDate) => shown(isoDate, new Date(`${isoDate}T00:00:00Z`), day),
    instant: (isoInstant) => shown(isoInstant, new Date(isoInstant), here),
    day: (isoDate) => shown(isoDate, new Date(`${isoDate}T00:00:00Z`), weekday),
    month: (isoMonth) => shown(isoMonth, new Date(`${isoMonth}-01T00:00:00Z`), month),
    timeOfDay: (local) => shown(local, new Date(`${local}:00Z`), time),
    dateOf: (isoInstant) => shown(isoInstant, new Date(isoInstant), isoDay),
    wallClock: (local) => shown(local, new Date(`${local}:00Z`), asWritten),
    number: (value) => number.format(value),
    change: (difference) => {
      const sign = difference > 0 ? '+' : difference < 0 ? '\u2212' : '\u00b1';
      return `${sign}${number.format(Math.abs(difference))}`;
    },
    money: (minorUnits, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        minorUnits / 10 ** minorDigits(currency),
      ),
  };
}

/** Names of days and countries are words: they come in the language of the screens, whatever the viewer's locale. */
function wordLocale(locale: string): string {
  const words = wordsLocale();
  if (languageOf(locale) === languageOf(words)) return locale;
  // To a viewer from elsewhere, "7/16" would be a riddle.
  return words === 'en-US' ? 'en-GB' : words;
}

/** A noun as it stands within a sentence: German keeps its capital. */
export const inSentence = (noun: string): string =>
  languageOf(wordsLocale()) === 'de' ? noun : noun.toLowerCase();

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** @returns The short name of an ISO weekday, 1 for Monday. */
export const weekdayName = (locale: string, isoWeekday: number): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(wordLocale(locale), { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, isoWeekday)),
  );

/** @returns The name of a country by its two letters, or nothing where no country has them. */
export const countryName = (locale: string, code: string): string | undefined =>
  /^[A-Z]{2}$/.test(code)
    ? new Intl.DisplayNames(wordLocale(locale), { type: 'region', fallback: 'none' }).of(code)
    : undefined;

/** Digits after the point in a currency: 2 for EUR, 0 for JPY. An unknown code counts as 2. */
export function minorDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    return 2;
  }
}

function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
