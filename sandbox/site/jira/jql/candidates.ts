import type { Issue } from '../../entities';
import type { Table } from '../../store';

type Issues = Table<Issue>;

/**
 * Keys by index of the issue table: the rows under them hold every match of a clause, and maybe more. `id` is an index
 * too.
 */
export type Cover = ReadonlyMap<string, ReadonlySet<string>>;

/** Covers to choose from, one for each set of indexes; `undefined`: no index helps. */
export type Narrow = readonly Cover[] | undefined;

export const covering = (index: string, keys: Iterable<string>): Narrow => [
  new Map([[index, new Set(keys)]]),
];

const count = (issues: Issues, index: string, key: string): number =>
  index === 'id' ? 1 : issues.count(index, key);

/** How many rows there are to look at, at most. */
function sizeOf(issues: Issues, cover: Cover): number {
  let size = 0;
  for (const [index, keys] of cover) for (const key of keys) size += count(issues, index, key);
  return size;
}

const smallestOf = (issues: Issues, covers: readonly Cover[]): Cover =>
  covers.reduce((best, cover) => (sizeOf(issues, cover) < sizeOf(issues, best) ? cover : best));

const kindOf = (cover: Cover): string => [...cover.keys()].sort().join();

/** Of several covers by the same indexes, the one with the fewest rows. */
function bestOfKind(issues: Issues, covers: readonly Cover[]): readonly Cover[] {
  const kinds = new Map<string, Cover>();
  for (const cover of covers) {
    const other = kinds.get(kindOf(cover));
    kinds.set(kindOf(cover), other ? smallestOf(issues, [other, cover]) : cover);
  }
  return [...kinds.values()];
}

/** All of the clauses must match, so any cover of any one will do. */
export function narrowAll(issues: Issues, clauses: readonly Narrow[]): Narrow {
  const covers = clauses.flatMap((narrow) => narrow ?? []);
  return covers.length === 0 ? undefined : bestOfKind(issues, covers);
}

/**
 * Any of the clauses may match, so each must be covered. Clauses that name the same keys are covered together, so that
 * the best for each is not always the best for all: every kind of cover is tried for the whole.
 */
export function narrowAny(issues: Issues, clauses: readonly Narrow[]): Narrow {
  const known = clauses.filter((narrow) => narrow !== undefined);
  if (known.length < clauses.length || known.length === 0) return undefined;
  const kinds = new Set(known.flatMap((covers) => covers.map(kindOf)));
  const smallest = known.map((covers) => smallestOf(issues, covers));
  const ofKind = (kind: string): Cover =>
    union(known.map((covers, i) => covers.find((cover) => kindOf(cover) === kind) ?? (smallest[i] as Cover)));
  return bestOfKind(issues, [union(smallest), ...[...kinds].map(ofKind)]);
}

function union(covers: readonly Cover[]): Cover {
  const all = new Map<string, Set<string>>();
  for (const cover of covers) {
    for (const [index, keys] of cover) {
      const known = all.get(index) ?? new Set<string>();
      for (const key of keys) known.add(key);
      all.set(index, known);
    }
  }
  return all;
}

/** The rows of the smallest cover, each once. */
export function rowsOf(issues: Issues, covers: readonly Cover[]): Iterable<Issue> {
  const rows = new Set<Issue>();
  for (const [index, keys] of smallestOf(issues, covers)) {
    for (const key of keys) {
      if (index !== 'id') for (const issue of issues.where(index, key)) rows.add(issue);
      else {
        const issue = issues.get(key);
        if (issue) rows.add(issue);
      }
    }
  }
  return rows;
}
