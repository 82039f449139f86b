import type { FieldView } from '../../api/contract';
import type { WireValues } from './form-values';

export type Side = 'mine' | 'theirs';

/** A field that somebody changed, in its three versions. */
export interface Difference {
  readonly field: FieldView;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Mine where I changed it; a field that I left alone keeps theirs, since I never meant to undo it. */
  readonly proposed: Side;
}

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** @returns The fields in which the two new versions differ, in the form's order. */
export function differences(
  fields: readonly FieldView[],
  before: WireValues,
  mine: WireValues,
  theirs: WireValues,
): Difference[] {
  return fields
    .filter(({ key }) => !same(mine[key], theirs[key]))
    .map((field) => ({
      field,
      before: before[field.key],
      mine: mine[field.key],
      theirs: theirs[field.key],
      proposed: same(mine[field.key], before[field.key]) ? 'theirs' : 'mine',
    }));
}

/** Their version with my value in each field that goes to me. */
export function merged(
  fields: readonly FieldView[],
  mine: WireValues,
  theirs: WireValues,
  chosen: Readonly<Record<string, Side>>,
): WireValues {
  return Object.fromEntries(
    fields.map(({ key }) => [key, (chosen[key] === 'mine' ? mine[key] : theirs[key]) ?? null]),
  );
}
