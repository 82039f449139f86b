import { z } from 'zod';
import { isLocalDate } from '../calendar';
import { type Field, maxLengthOf } from './fields';
import { Money } from './money';

/** Levels that a scale may have in any project. */
export const MOST_STEPS = 7;

/**
 * Schema of a filled-in value. Dates are `YYYY-MM-DD`; money is integer minor units with an ISO 4217 code.
 *
 * @param steps How many steps a scale of this field has.
 */
export function valueSchema(field: Field, steps: number): z.ZodType {
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
        field.options.map(({ value }) => value),
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
      return Money;
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
        .max(steps, `The scale ends at ${steps}.`);
    case 'issueLinks':
      return z.array(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'Write issue keys such as ABC-123.')).max(50);
    case 'pageLink':
      return z.string().regex(/^\d+$/, 'Give the id of a page.');
  }
}
