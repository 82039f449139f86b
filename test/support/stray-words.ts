import { z } from 'zod';
import { type MessageTree, parsed } from './message-files';

/** Full-width letters: no language of ours and no data has them, so a letter that is not wide did not come from a message. */
const WIDTH = 0xff21 - 0x41;
const wide = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + WIDTH));

type Element = ReturnType<typeof parsed>[number];

function printed(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if ('options' in element) {
        const options = Object.entries(element.options).map(
          ([name, { value }]) => `${name} {${printed(value)}}`,
        );
        return `{${element.value}, ${'pluralType' in element ? 'plural' : 'select'}, ${options.join(' ')}}`;
      }
      if (!('value' in element)) return '#';
      return element.type === 0 ? wide(element.value) : `{${element.value}}`;
    })
    .join('');
}

/** The messages in a language that nobody speaks: the same placeholders, every letter of their own wide. */
export const pseudoMessages = (messages: MessageTree): MessageTree =>
  Object.fromEntries(
    Object.entries(messages).map(([name, value]) => [
      name,
      typeof value === 'string' ? printed(parsed(value)) : pseudoMessages(value),
    ]),
  );

/** Every text in an answer of the app, the names of its parts included: people stand in it by their ids. */
export function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(textsIn);
  const parts = z.record(z.string(), z.unknown()).safeParse(answer);
  return parts.success ? Object.entries(parts.data).flatMap(([name, part]) => [name, ...textsIn(part)]) : [];
}

const normal = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
const bare = (text: string) => text.replace(/^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Number}]+$/gu, '');

/** Names of months, days and parts of the day, as English dates have them. */
const CALENDAR = new Set(
  ['en-GB', 'en-US'].flatMap((locale) =>
    (['short', 'long'] as const).flatMap((style) =>
      Array.from({ length: 366 }, (_, day) =>
        new Intl.DateTimeFormat(locale, {
          month: style,
          weekday: style,
          hour: 'numeric',
          timeZone: 'UTC',
        }).formatToParts(Date.UTC(2026, 0, 1 + day, day % 24)),
      )
        .flat()
        .filter(({ type }) => type !== 'literal')
        .map(({ value }) => value.toLowerCase()),
    ),
  ),
);

/** Of an issue or a record: `pay-12`, `r-1`. */
const KEY = /^[a-z][a-z0-9_]*-\d+$/;

/** What the app has said, and with it what a screen may show in letters that are not wide. */
export class Said {
  private readonly known = new Set<string>();

  add(texts: readonly string[]): void {
    for (const text of texts)
      for (const line of [text, ...text.split('\n')]) this.known.add(bare(normal(line)));
  }

  /** @returns The parts of a text that are no message, nothing that the app said, and no date or number. */
  strayIn(text: string): string[] {
    return text
      .split(/[\uff21-\uff5a]+/)
      .map(bare)
      .filter((part) => !this.explains(normal(part)));
  }

  /** Several things that the app said may stand side by side: each of them is found from where the one before ends. */
  private explains(part: string): boolean {
    if (this.isKnown(part)) return true;
    const words = part.split(' ');
    const ends = [true];
    for (let end = 1; end <= words.length; end += 1)
      ends[end] = words
        .slice(0, end)
        .some((_, start) => ends[start] === true && this.isKnown(words.slice(start, end).join(' ')));
    return ends[words.length] === true;
  }

  private isKnown(text: string): boolean {
    const said = bare(text);
    return !/\p{Letter}/u.test(said) || KEY.test(said) || this.known.has(said) || CALENDAR.has(said);
  }
}
