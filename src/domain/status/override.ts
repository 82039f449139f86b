import { colourOf, worstOf } from './colours';
import { Dimension, type Override, type Snapshot } from './snapshot';

/** The snapshot with the colours of the rules alone, as it was before anybody set one. */
export function ruled(snapshot: Snapshot): Snapshot {
  const rags = Dimension.options.map((dimension) => colourOf(snapshot, dimension));
  return { ...snapshot, overrides: [], rag: worstOf(rags) ?? 'amber' };
}

/** The snapshot with colours that people set: they count for their dimension, and the rules' stay beside them. */
export function overridden(snapshot: Snapshot, overrides: readonly Override[]): Snapshot {
  if (overrides.length === 0) return { ...snapshot, overrides: [] };
  const chosen = new Map(overrides.map(({ dimension, rag }) => [dimension, rag]));
  const rags = Dimension.options.map((dimension) => chosen.get(dimension) ?? colourOf(snapshot, dimension));
  return { ...snapshot, overrides: [...overrides], rag: worstOf(rags) ?? snapshot.rag };
}
