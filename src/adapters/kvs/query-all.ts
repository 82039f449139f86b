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

interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; `undefined` at the end. */
  readonly next: string | undefined;
}

/** One page, of at most 100 rows. It may be empty and still have a next one. */
export async function queryPage<T>(
  { entity, index, partition, where, newestFirst, limit = PAGE }: EntityQuery,
  cursor: string | undefined,
): Promise<Page<T>> {
  const all = kvs.entity<T>(entity).query();
  const part = partition ? all.index(index, { partition: [...partition] }) : all.index(index);
  let query = part.limit(Math.min(PAGE, limit));
  if (where) query = query.where(where);
  if (newestFirst) query = query.sort(Sort.DESC);
  if (cursor !== undefined) query = query.cursor(cursor);
  const { results, nextCursor } = await translateStorage(() => query.getMany());
  return { rows: results.map(({ value }) => value), next: nextCursor ?? undefined };
}

/** Rows of an index, or of one partition of it, to the last page or `limit`. */
export async function queryAll<T>(query: EntityQuery): Promise<T[]> {
  const { limit = Infinity } = query;
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await queryPage<T>({ ...query, limit: limit - rows.length }, cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < limit);
  return rows;
}
