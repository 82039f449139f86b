import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';

/** The command was called wrongly. The message is a sentence for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Which site to make: our own seed, or an archive as of an instant. */
export interface SiteArgs {
  /** Path of an archive; `null` for the seed. */
  readonly importPath: string | null;
  /** Epoch milliseconds; `null` where not said, which only the seed allows. */
  readonly now: number | null;
}

export interface DemoArgs extends SiteArgs {
  readonly days: number;
  /** Project keys; all projects where empty. */
  readonly projects: readonly string[];
  readonly jsonPath: string | null;
  readonly recordPath: string | null;
}

export interface StartArgs extends SiteArgs {
  readonly port: number | null;
  /** How long to serve; until it is stopped or idle where `null`. */
  readonly forSeconds: number | null;
}

export interface ScreensArgs {
  /** The folder that the pictures go to. */
  readonly out: string;
  /** Parts of names; all screens where empty. */
  readonly only: readonly string[];
}

export const DEMO_USAGE =
  'npm run demo -- [--import FILE] --now ISO --days N [--project KEY]... [--json FILE] [--record FILE]';
export const SCREENS_USAGE = 'npm run screens -- OUT [--only NAME]...';
export const START_USAGE = 'npm start -- [--import FILE --now ISO] [--port N] [--for SECONDS]';

const DEFAULT_DAYS = 5;
const MAX_DAYS = 400;
const MAX_PORT = 65_535;
const MAX_SECONDS = 86_400;

/** Flags by name; a flag given twice keeps the last value, unless it may be repeated. */
function valuesOf(argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>, usage: string) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false, strict: true }).values;
  } catch (error) {
    // Node's own words: "Unknown option '--foo'. To specify a positional argument ..."; the rest is of no help here.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${reason.replace(/\.$/, '')}. Usage: ${usage}`, { cause: error });
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function pathOf(flag: string, value: unknown): string | null {
  if (value === '') throw new UsageError(`${flag} needs the name of a file.`);
  return text(value);
}

/**
 * An instant with its offset (`2012-07-16T06:00Z`), or a date, which stands for its first moment in UTC.
 * @throws UsageError for anything else, and for days and times that do not exist.
 */
export function parseNow(value: string): number {
  const isDay = z.iso.date().safeParse(value).success;
  const isInstant =
    z.iso.datetime({ offset: true }).safeParse(value).success ||
    z.iso.datetime({ offset: true, precision: -1 }).safeParse(value).success;
  const instant = isDay || isInstant ? Date.parse(value) : NaN;
  if (Number.isFinite(instant)) return instant;
  throw new UsageError(
    `--now "${value}" is no date or point in time; write it as 2012-07-16 or 2012-07-16T06:00Z.`,
  );
}

function wholeNumber(flag: string, value: string | null, low: number, high: number): number | null {
  if (value === null) return null;
  const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(`${flag} "${value}" is not a whole number from ${low} to ${high}.`);
}

const SITE_OPTIONS = { import: { type: 'string' }, now: { type: 'string' } } as const;

function siteArgs(values: Readonly<Record<string, unknown>>): SiteArgs {
  const importPath = pathOf('--import', values['import']);
  const now = text(values['now']);
  if (importPath !== null && now === null) {
    throw new UsageError(
      '--import needs --now: the instant from which the archive is replayed, such as 2012-07-16.',
    );
  }
  return { importPath, now: now === null ? null : parseNow(now) };
}

/** @throws UsageError with a sentence that says what is wrong. */
export function parseDemoArgs(argv: readonly string[]): DemoArgs {
  const options = {
    ...SITE_OPTIONS,
    days: { type: 'string' },
    project: { type: 'string', multiple: true },
    json: { type: 'string' },
    record: { type: 'string' },
  } as const;
  const values = valuesOf(argv, options, DEMO_USAGE);
  const projects = z.array(z.string()).parse(values['project'] ?? []);
  if (projects.includes('')) throw new UsageError('--project needs the key of a project.');
  return {
    ...siteArgs(values),
    days: wholeNumber('--days', text(values['days']), 1, MAX_DAYS) ?? DEFAULT_DAYS,
    projects: [...new Set(projects)],
    jsonPath: pathOf('--json', values['json']),
    recordPath: pathOf('--record', values['record']),
  };
}

/** @throws UsageError with a sentence that says what is wrong. */
export function parseStartArgs(argv: readonly string[]): StartArgs {
  const options = { ...SITE_OPTIONS, port: { type: 'string' }, for: { type: 'string' } } as const;
  const values = valuesOf(argv, options, START_USAGE);
  return {
    ...siteArgs(values),
    port: wholeNumber('--port', text(values['port']), 0, MAX_PORT),
    forSeconds: wholeNumber('--for', text(values['for']), 1, MAX_SECONDS),
  };
}

/** @throws UsageError with a sentence that says what is wrong. */
export function parseScreensArgs([out = '', ...rest]: readonly string[]): ScreensArgs {
  if (out === '' || out.startsWith('-'))
    throw new UsageError(`Name the folder for the pictures first. Usage: ${SCREENS_USAGE}`);
  const values = valuesOf(rest, { only: { type: 'string', multiple: true } }, SCREENS_USAGE);
  return { out, only: z.array(z.string()).parse(values['only'] ?? []) };
}
