import { say, type Text, type Words } from '../../words';
import type { ConfiguredRegister } from './configure';
import type { Values } from './define';
import type { Field, Option } from './fields';
import { moneyFrom } from './money';
import { optionsOf } from './terms';

/** The texts of one row, by column: field keys, `<field>.currency` for money, and `id`, `key`, `summary`, `state`. */
export type Cells = Readonly<Record<string, string>>;

/** What it takes to read cells beside the register. */
export interface CellContext {
  /** Account ids by the text that stands for a person; several where people share a name. */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** The file writes 12,5 for twelve and a half. */
  readonly decimalComma: boolean;
}

/** What is wrong with a row, and in which column; `null`: with the whole. */
export interface CellProblem {
  readonly column: string | null;
  readonly message: Text;
}

/** What the cells say: only fields whose column is there; `null` where the cell is empty. */
export interface ReadCells {
  readonly values: Values;
  readonly problems: readonly CellProblem[];
}

type Read = { readonly value: unknown } | { readonly why: Words; readonly column?: string };

/** Column of a money field's currency. */
export const currencyColumn = (field: string): string => `${field}.currency`;

/**
 * Reads a row's cells as values of the register's fields. What depends on the whole record, as ranges and required
 * fields do, is left to the register's own schema.
 *
 * @param before Values that the record has: a text that stands for what is there leaves it as it is.
 */
export function readCells(
  register: Pick<ConfiguredRegister, 'kind' | 'fields'>,
  cells: Cells,
  before: Values,
  context: CellContext,
): ReadCells {
  const values: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  for (const [key, field] of Object.entries(register.fields)) {
    const text = textOf(cells, key);
    const currency = textOf(cells, currencyColumn(key));
    if (text === undefined && currency === undefined) continue;
    const read =
      field.kind === 'money'
        ? readMoney(currencyColumn(key), text ?? '', currency ?? '', context)
        : readText(field, text ?? '', before[key], {
            ...context,
            offered: (options) => optionsOf(register, key, options),
          });
    if ('value' in read) values[key] = read.value;
    else problems.push({ column: read.column ?? key, message: read.why });
  }
  return { values, problems };
}

/** Spreadsheets would run a text that begins with one of these; files that Docket writes put an apostrophe before it. */
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell without the apostrophe that keeps spreadsheets from running it; `undefined` where there is no such column. */
export function textOf(cells: Cells, column: string): string | undefined {
  if (!Object.hasOwn(cells, column)) return undefined;
  const cell = cells[column] ?? '';
  return (GUARDED.test(cell) ? cell.slice(1) : cell).trim();
}

interface FieldContext extends CellContext {
  readonly offered: (options: readonly Option[]) => Words;
}

function readText(field: Field, text: string, before: unknown, context: FieldContext): Read {
  if (text === '') return { value: null };
  switch (field.kind) {
    case 'text':
    case 'longText':
      return { value: sameLines(before, text) ? before : text };
    case 'choice':
      return readChoice(field.options, text, before, context);
    case 'person':
      return readPerson(text, context);
    case 'people':
      return readPeople(text, context);
    case 'number':
    case 'percentage':
      return readNumber(text.replace(/\s*%$/, ''), context);
    case 'scale':
      return readStep(text);
    case 'issueLinks':
      return { value: listed(text.split(/[\s,;]+/)) };
    case 'date':
    default:
      return { value: text };
  }
}

/** Spreadsheets turn line breaks into those of their own system. */
const sameLines = (before: unknown, text: string): boolean =>
  typeof before === 'string' && plainLines(before) === plainLines(text);

const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

function readMoney(column: string, amount: string, currency: string, context: CellContext): Read {
  if (amount === '' && currency === '') return { value: null };
  if (amount === '') return { why: say('registers.cells.noAmount') };
  if (currency === '') return { column, why: say('registers.cells.noCurrency') };
  const known = moneyFrom('0', currency);
  if (!known.ok) return { column, why: known.why };
  const money = moneyFrom(withPoint(amount, context), currency);
  return money.ok ? { value: money.value } : { why: money.why };
}

/** Of options with the same words the one counts that the record has. */
function readChoice(
  options: readonly Option[],
  text: string,
  before: unknown,
  { offered }: FieldContext,
): Read {
  const meant = options.filter(({ label, value }) => sameWords(label, text) || sameWords(value, text));
  const chosen = meant.find(({ value }) => value === before) ?? meant[0];
  if (chosen) return { value: chosen.value };
  return { why: say('registers.cells.notOffered', { text: shortened(text), offered: offered(options) }) };
}

function readPerson(text: string, { people }: CellContext): Read {
  const [accountId, other] = people.get(text) ?? [];
  if (accountId === undefined) return { why: say('registers.cells.nobody', { text: shortened(text) }) };
  if (other !== undefined) return { why: say('registers.cells.several', { text: shortened(text) }) };
  return { value: accountId };
}

function readPeople(text: string, context: CellContext): Read {
  const ids: unknown[] = [];
  for (const name of listed(text.split(/[;\n]/)) ?? []) {
    const read = readPerson(name, context);
    if ('why' in read) return read;
    ids.push(read.value);
  }
  return { value: ids.length > 0 ? ids : null };
}

function listed(parts: readonly string[]): string[] | null {
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  return filled.length > 0 ? filled : null;
}

function readNumber(text: string, context: CellContext): Read {
  const number = withPoint(text, context);
  if (/^[+-]?\d+(\.\d+)?$/.test(number)) return { value: Number(number) };
  return { why: say('registers.cells.noNumber', { text: shortened(text) }) };
}

/** `4`, or `4 High` as in a table; whether the scale has such a step, the schema says. */
function readStep(text: string): Read {
  const [, step] = /^(-?\d+)(?:\s.*)?$/s.exec(text) ?? [];
  if (step !== undefined) return { value: Number(step) };
  return { why: say('registers.cells.noStep', { text: shortened(text) }) };
}

const withPoint = (number: string, { decimalComma }: CellContext): string =>
  decimalComma && /^[+-]?\d+,\d+$/.test(number) ? number.replace(',', '.') : number;

export const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
