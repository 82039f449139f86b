import { kvs, Sort, type WhereConditions } from '@forge/kvs';
import { translateStorage } from './errors';

type Condition = ReturnType<(typeof WhereConditions)[keyof typeof WhereConditions]>;

interface EntityQuery {
  readonly entity: string;
  /** One that the manifest declares, or `by-key`, which every entity has and which holds all of its rows. */
  readonly index: string;
  /** None for `by-key`. */
  readonly partition?: readonly (string | number)[];
  readonly where?: Condition;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** Rows a page; the platform's maximum. */
const PAGE = 100;

/** Rows of an index, or of one partition of it, to the last page or `limit`. A page may be empty and still have a next one. */
export async function queryAll<T>({
  entity,
  index,
  partition,
  where,
  newestFirst,
  limit = Infinity,
}: EntityQuery): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const all = kvs.entity<T>(entity).query();
    const part = partition ? all.index(index, { partition: [...partition] }) : all.index(index);
    let query = part.limit(Math.min(PAGE, limit - rows.length));
    if (where) query = query.where(where);
    if (newestFirst) query = query.sort(Sort.DESC);
    if (cursor !== undefined) query = query.cursor(cursor);
    const page = await translateStorage(() => query.getMany());
    rows.push(...page.results.map(({ value }) => value));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < limit);
  return rows;
}
