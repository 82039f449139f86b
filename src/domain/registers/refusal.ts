import type { z } from 'zod';
import type { ConfiguredRegister } from './configure';
import type { Register } from './define';

/** Why a record cannot be written: messages by field, or one for the whole. */
export interface Refusal {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (message: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { message, fields: {} },
});

/** "an assumption", "a change request". */
export function oneOf({ singular }: Pick<Register, 'singular'>): string {
  const word = singular.toLowerCase();
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The first thing that is wrong with each field, in words. */
export function refusalOf(register: ConfiguredRegister, error: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      for (const key of issue.keys) fields[key] = `${capital(oneOf(register))} has no field "${key}".`;
    else fields[String(issue.path[0] ?? '')] ??= issue.message;
  }
  const words = Object.entries(fields).map(([key, message]) => {
    const label = register.fields[key]?.label ?? key;
    return label === '' ? message : `${label}: ${message}`;
  });
  return { message: words.join(' '), fields };
}
