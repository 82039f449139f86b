import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../locales/en-US.json';
import german from '../../locales/de-DE.json';

export type MessageTree = { readonly [place: string]: string | MessageTree };
export const MESSAGES: Readonly<Record<'en-US' | 'de-DE', MessageTree>> = {
  'en-US': english,
  'de-DE': german,
};

/** The messages of a file by their keys. */
export function messagesOf(tree: MessageTree): ReadonlyMap<string, string> {
  const under = (node: MessageTree, place: string): [string, string][] =>
    Object.entries(node).flatMap(([name, value]) =>
      typeof value === 'string' ? [[`${place}${name}`, value]] : under(value, `${place}${name}.`),
    );
  return new Map(under(tree, ''));
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** By the number that the parser gives each. */
const KINDS = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'];

/** @throws Error where the message is no ICU MessageFormat. */
export const parsed = (message: string): readonly Element[] =>
  new IntlMessageFormat(message, 'en-US', undefined, { ignoreTag: true }).getAst();

/** What must be filled in, each with its kind and, for a choice, what it chooses from: "count plural". */
export function placeholdersOf(message: string): string[] {
  const of = (elements: readonly Element[]): string[] =>
    elements.flatMap((element) => {
      const kind = KINDS[element.type] ?? '';
      if (kind === 'literal' || kind === 'pound' || !('value' in element)) return [];
      if (!('options' in element)) return [`${element.value} ${kind}`];
      const within = Object.values(element.options).flatMap(({ value }) => of(value));
      // Languages part numbers in their own ways; what a select tells apart is the caller's.
      const cases = kind === 'select' ? ` ${Object.keys(element.options).sort().join('|')}` : '';
      return [`${element.value} ${kind}${cases}`, ...within];
    });
  return [...new Set(of(parsed(message)))].sort();
}

export const namesOf = (message: string): string[] => [
  ...new Set(placeholdersOf(message).map((placeholder) => placeholder.split(' ')[0] ?? '')),
];

/** What a message says of its own, without what is filled in. */
export function wordsIn(message: string): string {
  const of = (elements: readonly Element[]): string =>
    elements
      .map((element) => {
        if ('options' in element)
          return Object.values(element.options)
            .map(({ value }) => of(value))
            .join(' ');
        return KINDS[element.type] === 'literal' && 'value' in element ? element.value : '';
      })
      .join('');
  return of(parsed(message));
}
