import type { FieldView } from '../../api/contract';
import type { WireValues } from './form-values';

/** A field that somebody changed, in its three versions. */
export interface Difference {
  readonly field: FieldView;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** @returns The fields in which the two new versions differ, in the form's order. */
export function differences(
  fields: readonly FieldView[],
  before: WireValues,
  mine: WireValues,
  theirs: WireValues,
): Difference[] {
  return fields
    .filter(({ key }) => !same(mine[key], theirs[key]))
    .map((field) => ({ field, before: before[field.key], mine: mine[field.key], theirs: theirs[field.key] }));
}

/**
 * What "keep mine" writes: my changes on top of theirs. A field that I left alone keeps their value, since I never
 * meant to undo it.
 */
export function keepMine(
  fields: readonly FieldView[],
  before: WireValues,
  mine: WireValues,
  theirs: WireValues,
): WireValues {
  return Object.fromEntries(
    fields.map(({ key }) => [key, (same(mine[key], before[key]) ? theirs[key] : mine[key]) ?? null]),
  );
}
