import type { z } from 'zod';
import { joined, say, type Text, Words, wordsFor } from '../../words';
import type { ConfiguredRegister } from './configure';
import { fieldOf, oneOf } from './terms';

/** Why a record cannot be written: messages by field, or one for the whole. */
export interface Refusal {
  readonly message: Text;
  readonly fields: Readonly<Record<string, Text>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (message: Text): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { message, fields: {} },
});

/** The first thing that is wrong with each field, in words. */
export function refusalOf(register: ConfiguredRegister, error: z.ZodError): Refusal {
  const fields: Record<string, Text> = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      for (const key of issue.keys)
        fields[key] = say('registers.record.noField', { one: oneOf(register), field: key });
    else fields[String(issue.path[0] ?? '')] ??= issueInWords(issue);
  }
  const words = Object.entries(fields).map(([key, message]) =>
    key === '' ? message : joined([fieldOf(register, key), message], ': '),
  );
  return { message: joined(words), fields };
}

/** What a schema of zod refuses with: its text, or the words that `refusing` gave it beside that. */
export function issueInWords(issue: z.core.$ZodIssue): Text {
  const words: unknown = issue.code === 'custom' ? issue.params?.['words'] : undefined;
  return words instanceof Words ? words : wordsFor(issue.message);
}

/** A custom issue of zod that says this: zod itself keeps texts alone. */
export const refusing = (words: Words) => ({
  code: 'custom' as const,
  message: String(words),
  params: { words },
});
