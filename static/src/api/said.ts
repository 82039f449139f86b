import { z } from 'zod';
import { message, readerLocale } from '../shared/i18n';
import { SaidPlaces, type SpokenPart, type SpokenValue } from './contract';

const Envelope = z.object({ said: SaidPlaces });

/**
 * Puts the reader's language in place of the English that an answer of the app holds. What these screens have no message
 * for, as after an update, stays English.
 */
export function inWords(answer: unknown): unknown {
  const envelope = Envelope.safeParse(answer);
  if (envelope.success)
    for (const [path, parts] of envelope.data.said) {
      const words = wordsOf(parts);
      if (words !== undefined) putAt(answer, path, words);
    }
  return answer;
}

function wordsOf(parts: readonly SpokenPart[]): string | undefined {
  const words = parts.map((part) =>
    typeof part === 'string'
      ? part
      : 'term' in part
        ? nameOf(part)
        : message(
            `said.${part.key}`,
            Object.fromEntries(
              Object.entries(part.values ?? {}).map(([name, value]) => [name, shown(value)]),
            ),
          ),
  );
  return words.includes(undefined) ? undefined : words.join('');
}

/** Definitions are English: to an English reader they speak for themselves. */
const nameOf = ({ term, own }: SpokenTerm): string =>
  (readerLocale().startsWith('en') ? undefined : message(term)) ?? own;

type SpokenTerm = Extract<SpokenPart, { readonly term: string }>;

function shown(value: SpokenValue): string | number {
  if (typeof value !== 'object') return value;
  if ('words' in value) return wordsOf(value.words) ?? '';
  const date = new Date(`${value.date}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value.date;
  return new Intl.DateTimeFormat(readerLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

function putAt(root: unknown, path: readonly (string | number)[], words: string): void {
  const last = path.at(-1);
  let at = root;
  for (const step of path.slice(0, -1)) at = isObject(at) ? at[step] : undefined;
  if (last !== undefined && isObject(at) && typeof at[last] === 'string') at[last] = words;
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
