/**
 * In-memory tables. Rows are immutable: a change replaces the row, and what a caller holds never changes under it.
 * Only JSON data goes in, so that a snapshot is the whole truth.
 */
export interface Row {
  readonly id: string;
}

export interface Table<T extends Row> {
  get(id: string): T | undefined;
  /** Inserts or replaces. */
  put(row: T): void;
  /** Replaces the row by a changed copy; a missing row is a programming error. */
  patch(id: string, change: Partial<T>): T;
  delete(id: string): boolean;
  all(): IterableIterator<T>;
  /** Rows whose `index` key equals `value`. Indexes are named when the table is made. */
  where(index: string, value: string): T[];
  /** How many rows `where` would give. */
  count(index: string, value: string): number;
  readonly size: number;
}

type Indexes<T> = Record<string, (row: T) => string | readonly string[] | null | undefined>;

/** Most keys of most indexes belong to one row: a set for each would weigh more than the rows do. */
type Bucket<T> = T | Set<T>;

export function createTable<T extends Row>(
  name: string,
  indexes: Indexes<T> = {},
  initial: readonly T[] = [],
): Table<T> {
  const rows = new Map<string, T>();
  const maps = new Map(Object.keys(indexes).map((key) => [key, new Map<string, Bucket<T>>()]));

  const keysOf = (index: string, row: T): readonly string[] => {
    const value = indexes[index]?.(row);
    if (value === null || value === undefined) return [];
    return typeof value === 'string' ? [value] : value;
  };
  const unindex = (row: T): void => {
    for (const [index, map] of maps) {
      for (const key of keysOf(index, row)) {
        const bucket = map.get(key);
        if (bucket === row) map.delete(key);
        else if (bucket instanceof Set && bucket.delete(row) && bucket.size === 0) map.delete(key);
      }
    }
  };
  const put = (row: T): void => {
    const before = rows.get(row.id);
    if (before) unindex(before);
    rows.set(row.id, row);
    for (const [index, map] of maps) {
      for (const key of keysOf(index, row)) {
        const bucket = map.get(key);
        if (bucket === undefined) map.set(key, row);
        else if (bucket instanceof Set) bucket.add(row);
        else if (bucket !== row) map.set(key, new Set([bucket, row]));
      }
    }
  };
  for (const row of initial) put(row);
  const bucketOf = (index: string, value: string): Bucket<T> | undefined => {
    const map = maps.get(index);
    if (!map) throw new Error(`${name} has no index ${index}`);
    return map.get(value);
  };

  return {
    get: (id) => rows.get(id),
    put,
    patch(id, change) {
      const row = rows.get(id);
      if (!row) throw new Error(`${name} has no row ${id}`);
      const next = { ...row, ...change };
      put(next);
      return next;
    },
    delete(id) {
      const row = rows.get(id);
      if (row) unindex(row);
      return rows.delete(id);
    },
    all: () => rows.values(),
    where(index, value) {
      const bucket = bucketOf(index, value);
      if (bucket === undefined) return [];
      return bucket instanceof Set ? [...bucket] : [bucket];
    },
    count(index, value) {
      const bucket = bucketOf(index, value);
      return bucket instanceof Set ? bucket.size : Number(bucket !== undefined);
    },
    get size() {
      return rows.size;
    },
  };
}
