import { z } from 'zod';
import { isLocalDate } from '../calendar';

interface Common {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
}

/** What a field of a register can be. The kind decides its schema, its input, its cell and its export. */
export type Field = Common &
  (
    | { readonly kind: 'text' | 'longText'; readonly maxLength?: number }
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string; readonly label: string }[];
      }
    | { readonly kind: 'person' | 'people' | 'date' | 'issueLinks' | 'pageLink' | 'percentage' | 'money' }
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
    /** Whole steps from 1; `levels` are their words, lowest first. */
    | { readonly kind: 'scale'; readonly levels: readonly string[] }
  );

const DEFAULT_LENGTH = { text: 255, longText: 5_000 } as const;

export const maxLengthOf = (field: Extract<Field, { kind: 'text' | 'longText' }>): number =>
  field.maxLength ?? DEFAULT_LENGTH[field.kind];

/** Schema of a filled-in value. Dates are `YYYY-MM-DD`; money is integer minor units with an ISO 4217 code. */
export function valueSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return z
        .string()
        .trim()
        .min(1, 'Write something, or leave it empty.')
        .max(maxLengthOf(field), `Use at most ${maxLengthOf(field)} characters.`);
    case 'choice':
      return z.enum(
        field.options.map(({ value }) => value) as [string, ...string[]],
        `Choose one of: ${field.options.map(({ label }) => label).join(', ')}.`,
      );
    case 'person':
      return z.string('Choose a person.').min(1).max(128);
    case 'people':
      return z.array(z.string().min(1).max(128)).max(50);
    case 'date':
      return z
        .string('Write the date as YYYY-MM-DD.')
        .refine(isLocalDate, 'This date does not exist. Write it as YYYY-MM-DD.');
    case 'money':
      return z.strictObject({
        minor: z.int('Money is kept in whole minor units.'),
        currency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.'),
      });
    case 'percentage':
      return z.number('Write a number.').min(0, 'At least 0.').max(100, 'At most 100.');
    case 'number':
      return z
        .number('Write a number.')
        .min(field.min ?? -Infinity, `At least ${field.min}.`)
        .max(field.max ?? Infinity, `At most ${field.max}.`);
    case 'scale':
      return z
        .int('Choose a step of the scale.')
        .min(1, 'The scale starts at 1.')
        .max(field.levels.length, `The scale ends at ${field.levels.length}.`);
    case 'issueLinks':
      return z.array(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'Write issue keys such as ABC-123.')).max(50);
    case 'pageLink':
      return z.string().regex(/^\d+$/, 'Give the id of a page.');
  }
}
