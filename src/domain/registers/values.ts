import { z } from 'zod';
import { isLocalDate } from '../calendar';
import { type Field, maxLengthOf } from './fields';
import { Money } from './money';

/** Steps that a scale may have in any project. */
export const LEAST_STEPS = 3;
export const MOST_STEPS = 7;

const ISSUE_KEYS = 'Write issue keys such as ABC-123.';

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
        .string('Write text.')
        .trim()
        .min(1, 'Write something, or leave it empty.')
        .max(maxLengthOf(field), { error: ({ input }) => tooLong(String(input), maxLengthOf(field)) });
    case 'choice':
      return z.enum(
        field.options.map(({ value }) => value),
        `Choose one of: ${field.options.map(({ label }) => label).join(', ')}.`,
      );
    case 'person':
      return z.string('Choose a person.').min(1).max(128);
    case 'people':
      return z
        .array(z.string('Choose people.').min(1).max(128), 'Choose people.')
        .max(50, 'At most 50 people.');
    case 'date':
      return z
        .string('Write the date as YYYY-MM-DD.')
        .refine(isLocalDate, { error: ({ input }) => dateProblem(String(input)) });
    case 'money':
      return Money;
    case 'percentage':
      return z.number('Write a number.').min(0, 'At least 0.').max(100, 'At most 100.');
    case 'number':
      return (field.whole ? z.int('Write a whole number.') : z.number('Write a number.'))
        .min(field.min ?? -Infinity, `At least ${field.min}.`)
        .max(field.max ?? Infinity, `At most ${field.max}.`);
    case 'scale':
      return z
        .int('Choose a step of the scale.')
        .min(1, 'The scale starts at 1.')
        .max(steps, `The scale ends at ${steps}.`);
    case 'issueLinks':
      return z
        .array(z.string(ISSUE_KEYS).regex(/^[A-Z][A-Z0-9_]+-\d+$/, ISSUE_KEYS), ISSUE_KEYS)
        .max(50, 'At most 50 issues.');
    case 'pageLink':
      return z.string('Give the id of a page.').regex(/^\d+$/, 'Give the id of a page.');
  }
}

const tooLong = (text: string, most: number): string =>
  `Use at most ${most} characters: this is ${text.trim().length - most} too long.`;

const WITH_YEAR_LAST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** Says how a date is written, by the example of the one that was meant where that can be told. */
function dateProblem(text: string): string {
  const [, first = '', second = '', year = ''] = WITH_YEAR_LAST.exec(text.trim()) ?? [];
  const meant = [
    [second, first],
    [first, second],
  ].map(([month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const real = [...new Set(meant)].filter(isLocalDate);
  if (real.length > 0) return `Write the date as YYYY-MM-DD: ${real.join(' or ')}.`;
  return 'This date does not exist. Write it as YYYY-MM-DD.';
}
