import { IntlMessageFormat } from 'intl-messageformat';
import type english from '../../../locales/en-US.json';

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** The place of a message in `locales/en-US.json`. */
export type MessageKey = Leaves<typeof english>;

/** Names of the messages below a place. */
export type Below<Place extends string, Key = MessageKey> = Key extends `${Place}.${infer Name}`
  ? Name
  : never;

/** What a message's placeholders stand for. Dates come formatted: messages know no zone. */
export type MessageValues = Readonly<Record<string, string | number>>;

interface Words {
  readonly locale: string;
  readonly reader: string;
  readonly messages: unknown;
  /** Parsed once: a table asks for the same message for each of its rows. */
  readonly formats: Map<string, IntlMessageFormat | string>;
}

let words: Words | null = null;

/** Sets the language of the screens, once, before anything is drawn; `reader` is the locale that its dates are written in. */
export function setWords(locale: string, messages: unknown, reader = locale): void {
  words = { locale, reader, messages, formats: new Map() };
}

/** The language of the screens, BCP 47: not the viewer's own where that is none of ours. */
export const wordsLocale = (): string => words?.locale ?? 'en-US';

/** How the reader writes dates, BCP 47. */
export const readerLocale = (): string => words?.reader ?? 'en-US';

/** A name as it stands within a sentence: German nouns keep their capitals. */
export const inSentence = (name: string): string =>
  wordsLocale().startsWith('de') ? name : name.toLowerCase();

/**
 * A message of the screens in the viewer's language, its ICU placeholders filled in.
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
 *
 * @throws Error before `setWords`: a text that a module keeps from its import would be in no language.
 */
export function t(key: MessageKey, values?: MessageValues): string {
  return message(key, values) ?? key;
}

/** A message that may be missing, as of a register that brings its own words. */
export function message(key: string, values?: MessageValues): string | undefined {
  if (words === null) throw new Error(`The message "${key}" was asked for before there was a language.`);
  let format = words.formats.get(key);
  if (format === undefined) {
    const text = textAt(words.messages, key);
    if (text === undefined) return undefined;
    format = /[{'#<]/.test(text)
      ? new IntlMessageFormat(text, words.locale, undefined, { ignoreTag: true })
      : text;
    words.formats.set(key, format);
  }
  return typeof format === 'string' ? format : String(format.format(values && isolated(values)));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name that is written from right to left must not turn the sentence around it: https://www.unicode.org/reports/tr9/#FSI. */
const isolated = (values: MessageValues): MessageValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );

function textAt(tree: unknown, key: string): string | undefined {
  let at = tree;
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return typeof at === 'string' ? at : undefined;
}
