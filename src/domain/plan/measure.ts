import type { Text } from '../../words';

/** A computed figure, or the reason why there is none: what is unknown never reads as 0. */
export type Measure = { readonly value: number } | { readonly notComputable: Text };

export const known = (value: number): Measure => ({ value });
export const unknown = (why: Text): { readonly notComputable: Text } => ({ notComputable: why });

/** Computes from figures that are all there; else gives the first reason why one is not. */
export function from(measures: readonly Measure[], compute: (...values: number[]) => Measure): Measure {
  const values: number[] = [];
  for (const measure of measures) {
    if ('notComputable' in measure) return measure;
    values.push(measure.value);
  }
  return compute(...values);
}
