import { IntlMessageFormat } from 'intl-messageformat';
import messages from '../locales/en-US.json';

const english = messages.said;

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** The place of a message below `said` in `locales/en-US.json`. */
export type SaidKey = Leaves<typeof english>;

/** What a placeholder stands for: a name or number as it is, a calendar date `YYYY-MM-DD`, or a phrase of its own. */
export type SaidValue = string | number | Words | { readonly date: string };

/** One message with its values, to be said in whatever language is read. */
export interface Said {
  readonly key: SaidKey;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/** A name that a definition gives: where the message files have it as well, and what it is in English here. */
export interface Term {
  readonly term: string;
  readonly own: string;
}

/** Words for a person: as somebody wrote them, or a message of ours. */
export type Text = string | Words;

/**
 * Words of the app that a screen can say in its reader's language. Wherever they are written down (comments, pages, the
 * log, what is kept), they are English: whoever reads those shares them with others.
 */
export class Words {
  constructor(readonly parts: readonly (string | Said | Term)[]) {}

  toString(): string {
    return this.parts
      .map((part) => (typeof part === 'string' ? part : 'term' in part ? part.own : inEnglish(part)))
      .join('');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A message of `locales/*.json` below `said`, its placeholders filled in. */
export const say = (key: SaidKey, values: Said['values'] = {}): Words => new Words([{ key, values }]);

/**
 * A name from a definition, as of a register's field, within a sentence.
 *
 * @param place of the message that says it in other languages
 * @param own the English, as this sentence takes it
 */
export const term = (place: string, own: string): Words => new Words([{ term: place, own }]);

const INPUT: ReadonlyMap<string, string> = new Map(
  Object.entries(english.input).map(([name, text]) => [text, name]),
);

/** What a schema refuses with, in words: zod keeps texts alone, so the message below `said.input` is found by its English. */
export function wordsFor(text: string): Text {
  const name = INPUT.get(text);
  return name === undefined ? text : say(`input.${name}` as SaidKey);
}

/** Several texts one after another. */
export const joined = (texts: readonly Text[], between: Text = ' '): Words =>
  new Words(texts.flatMap((text, index) => [...(index === 0 ? [] : partsOf(between)), ...partsOf(text)]));

/** Several texts as one list: `a, b and c`, or with an `or`. */
export function listed(texts: readonly Text[], how: 'and' | 'or'): Text {
  const last = texts.at(-1);
  if (last === undefined || texts.length === 1) return last ?? '';
  const first = joined(texts.slice(0, -1), ', ');
  return how === 'and' ? say('list.and', { first, last }) : say('list.or', { first, last });
}

const partsOf = (text: Text): Words['parts'] => (typeof text === 'string' ? [text] : text.parts);

/** An answer of which texts may be `Words` wherever the contract has a text. */
export type Worded<T> = T extends string
  ? string extends T
    ? T | Words
    : T
  : T extends readonly (infer Item)[]
    ? readonly Worded<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Worded<T[Key]> }
      : T;

/** Words as they can be kept beside their English, to be said to later readers in their own language. */
export type Kept = readonly (
  string | Term | { readonly key: string; readonly values?: Readonly<Record<string, KeptValue>> }
)[];
type KeptValue = string | number | { readonly date: string } | { readonly words: Kept };

export const keptOf = ({ parts }: Words): Kept =>
  parts.map((part) => {
    if (typeof part === 'string' || 'term' in part) return part;
    const values = Object.entries(part.values).map(([name, value]) => [
      name,
      value instanceof Words ? { words: keptOf(value) } : value,
    ]);
    return { key: part.key, ...(values.length > 0 && { values: Object.fromEntries(values) }) };
  });

/** What was kept with this English, unless the message has been changed since or is gone: then the English as it was. */
export function recalled(text: string, kept: Kept | undefined): Text {
  if (kept === undefined) return text;
  try {
    const words = wordsOf(kept);
    return String(words) === text ? words : text;
  } catch {
    return text;
  }
}

const wordsOf = (kept: Kept): Words =>
  new Words(
    kept.map((part) => {
      if (typeof part === 'string' || 'term' in part) return part;
      const values = Object.entries(part.values ?? {}).map(([name, value]): [string, SaidValue] => [
        name,
        typeof value === 'object' && 'words' in value ? wordsOf(value.words) : value,
      ]);
      return { key: part.key as SaidKey, values: Object.fromEntries(values) };
    }),
  );

/** Parsed once: a list says the same for each of its rows. */
const formats = new Map<string, IntlMessageFormat>();

function inEnglish({ key, values }: Said): string {
  const text = messageAt(key);
  if (!/[{'#]/.test(text)) return text;
  let format = formats.get(key);
  if (format === undefined)
    formats.set(key, (format = new IntlMessageFormat(text, 'en-US', undefined, { ignoreTag: true })));
  return String(
    format.format(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value)])),
    ),
  );
}

const plainValue = (value: SaidValue): string | number =>
  value instanceof Words ? String(value) : typeof value === 'object' ? value.date : value;

function messageAt(key: string): string {
  let at: unknown = english;
  for (const step of key.split('.')) at = (at as Readonly<Record<string, unknown>>)[step];
  if (typeof at !== 'string') throw new Error(`There is no message "said.${key}".`);
  return at;
}
