import type { Dimension, Rag, Snapshot } from './snapshot';

const ORDER: readonly Rag[] = ['green', 'amber', 'red'];

/** The worst of these colours; `null` where none is known. */
export function worstOf(rags: readonly (Rag | null)[]): Rag | null {
  const known = rags.filter((rag) => rag !== null);
  return known.length === 0 ? null : (ORDER[Math.max(...known.map((rag) => ORDER.indexOf(rag)))] ?? null);
}

/** The colour of a dimension by its rules: the worst of its measures; `null` where none could be computed. */
export const colourOf = ({ reasons }: Pick<Snapshot, 'reasons'>, dimension: Dimension): Rag | null =>
  worstOf(reasons.flatMap((reason) => (reason.dimension === dimension ? [reason.rag] : [])));

/** The colour of a dimension as it stood: what a reviewer set, else what the rules said. */
export const shownColour = (
  snapshot: Pick<Snapshot, 'reasons' | 'overrides'>,
  dimension: Dimension,
): Rag | null =>
  snapshot.overrides.find((override) => override.dimension === dimension)?.rag ??
  colourOf(snapshot, dimension);
