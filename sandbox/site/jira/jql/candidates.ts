import type { Issue } from '../../entities';

/** Rows from an index that hold every match of a clause, and maybe more. `undefined`: no index helps. */
export type Narrow = (() => readonly Issue[]) | undefined;

/** All of the clauses must match, so the rows of any one will do: the fewest. */
export function narrowAll(clauses: readonly Narrow[]): Narrow {
  const known = clauses.filter((narrow) => narrow !== undefined);
  if (known.length < 2) return known[0];
  return () =>
    known.map((narrow) => narrow()).reduce((best, rows) => (rows.length < best.length ? rows : best));
}

/** Any of the clauses may match, so the rows of all are needed, each once. One clause without an index spoils it. */
export function narrowAny(clauses: readonly Narrow[]): Narrow {
  const known = clauses.filter((narrow) => narrow !== undefined);
  if (known.length < clauses.length) return undefined;
  return () => [...new Map(known.flatMap((narrow) => narrow()).map((issue) => [issue.id, issue])).values()];
}
