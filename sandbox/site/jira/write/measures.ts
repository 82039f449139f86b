import { z } from 'zod';
import type { Issue, TimeTracking } from '../../entities';
import { parseDuration } from '../time-tracking';
import { notModelled } from '../wire';
import { FieldProblem, type Target } from './values';

export type MeasureReader = (target: Target, value: unknown) => Partial<Issue>;

/** A custom number field, by its id. */
const number =
  (fieldId: string): MeasureReader =>
  (_target, value) => {
    if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
      throw new FieldProblem('Operation value must be a number');
    }
    return { numbers: { [fieldId]: value } };
  };

const Estimates = z.looseObject({
  originalEstimate: z.string().nullish(),
  remainingEstimate: z.string().nullish(),
});
const KNOWN = ['originalEstimate', 'remainingEstimate'];

function estimate(text: string | null | undefined, kind: 'original' | 'remaining'): number | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const seconds = parseDuration(text);
  if (seconds === null) {
    throw new FieldProblem(`The ${kind} estimate specified is not valid.`, `timetracking_${kind}estimate`);
  }
  return seconds;
}

/**
 * A new issue has all of its original estimate before it, unless the body says otherwise; on an issue that exists, what
 * the body leaves out stays. The first is what Jira does, the second a choice: its document is silent.
 */
const timetracking: MeasureReader = (target, value) => {
  const given = Estimates.safeParse(value).data;
  if (!given) throw new FieldProblem('data was not an object');
  const unknown = Object.keys(given).find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) throw notModelled(`'${unknown}' in the field 'timetracking'`);
  const before: TimeTracking = target.issue?.timeTracking ?? { original: null, remaining: null, spent: null };
  const { originalEstimate, remainingEstimate } = given;
  const original = originalEstimate === undefined ? before.original : estimate(originalEstimate, 'original');
  const untouched = target.issue ? before.remaining : original;
  const remaining = remainingEstimate === undefined ? untouched : estimate(remainingEstimate, 'remaining');
  return { timeTracking: { ...before, original, remaining } };
};

/** How a field that measures something is read; `undefined` for other fields. */
export function measureReader(field: string): MeasureReader | undefined {
  if (field === 'timetracking') return timetracking;
  return field.startsWith('customfield_') ? number(field) : undefined;
}
