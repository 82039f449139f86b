import { z } from 'zod';
import { say, type Words } from '../../words';
import { isLocalDate } from '../calendar';
import type { Register } from './define';
import { type Field, maxLengthOf } from './fields';
import { Money } from './money';
import { refusing } from './refusal';
import { optionsOf } from './terms';

/** Steps that a scale may have in any project. */
export const LEAST_STEPS = 3;
export const MOST_STEPS = 7;

const ISSUE_KEYS = 'Write issue keys such as ABC-123.';

/**
 * Schema of a filled-in value. Dates are `YYYY-MM-DD`; money is integer minor units with an ISO 4217 code.
 *
 * @param key Of the field.
 * @param steps How many steps a scale of this field has.
 */
export function valueSchema(
  register: Pick<Register, 'kind'>,
  key: string,
  field: Field,
  steps: number,
): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return z
        .string('Write text.')
        .trim()
        .min(1, 'Write something, or leave it empty.')
        .check(refuses((text) => tooLong(text, maxLengthOf(field))));
    case 'choice': {
      const values: readonly unknown[] = field.options.map(({ value }) => value);
      return z
        .unknown()
        .check(
          refuses((value) =>
            values.includes(value)
              ? null
              : say('registers.value.chooseOne', { offered: optionsOf(register, key, field.options) }),
          ),
        );
    }
    case 'person':
      return z.string('Choose a person.').min(1).max(128);
    case 'people':
      return z
        .array(z.string('Choose people.').min(1).max(128), 'Choose people.')
        .max(50, 'At most 50 people.');
    case 'date':
      return z.string('Write the date as YYYY-MM-DD.').check(refuses(dateProblem));
    case 'money':
      return Money;
    case 'percentage':
      return z.number('Write a number.').check(refuses((number) => outside(number, 0, 100)));
    case 'number':
      return (field.whole ? z.int('Write a whole number.') : z.number('Write a number.')).check(
        refuses((number) => outside(number, field.min, field.max)),
      );
    case 'scale':
      return z
        .int('Choose a step of the scale.')
        .min(1, 'The scale starts at 1.')
        .check(refuses((step) => (step > steps ? say('registers.value.scaleEnd', { steps }) : null)));
    case 'issueLinks':
      return z
        .array(z.string(ISSUE_KEYS).regex(/^[A-Z][A-Z0-9_]+-\d+$/, ISSUE_KEYS), ISSUE_KEYS)
        .max(50, 'At most 50 issues.');
    case 'pageLink':
      return z.string('Give the id of a page.').regex(/^\d+$/, 'Give the id of a page.');
  }
}

/** A check of zod that refuses with words, and lets what else is wrong be found as well. */
const refuses =
  <Value>(problemOf: (value: Value) => Words | null): z.core.CheckFn<Value> =>
  ({ value, issues }) => {
    const problem = problemOf(value);
    if (problem !== null) issues.push({ ...refusing(problem), input: value, continue: true });
  };

function outside(number: number, min = -Infinity, max = Infinity): Words | null {
  if (number < min) return say('registers.value.atLeast', { min });
  return number > max ? say('registers.value.atMost', { max }) : null;
}

function tooLong(text: string, most: number): Words | null {
  return text.length > most ? say('registers.value.tooLong', { most, more: text.length - most }) : null;
}

const WITH_YEAR_LAST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** Says how a date is written, by the example of the one that was meant where that can be told. */
function dateProblem(text: string): Words | null {
  if (isLocalDate(text)) return null;
  const [, first = '', second = '', year = ''] = WITH_YEAR_LAST.exec(text.trim()) ?? [];
  const meant = [
    [second, first],
    [first, second],
  ].map(([month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [one, other] = [...new Set(meant)].filter(isLocalDate);
  if (one === undefined) return say('problem.noSuchDate');
  return other === undefined
    ? say('registers.value.dateAs', { date: one })
    : say('registers.value.dateAsEither', { one, other });
}
