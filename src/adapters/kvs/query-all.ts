import { kvs, Sort, type WhereConditions } from '@forge/kvs';
import { translateStorage } from './errors';

type Condition = ReturnType<(typeof WhereConditions)[keyof typeof WhereConditions]>;

interface EntityQuery {
  readonly entity: string;
  readonly index: string;
  readonly partition: readonly string[];
  readonly where?: Condition;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** Rows a page; the platform's maximum. */
const PAGE = 100;

/** Rows of an index partition, to the last page or `limit`. A page may be empty and still have a next one. */
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
    let query = kvs
      .entity<T>(entity)
      .query()
      .index(index, { partition: [...partition] })
      .limit(Math.min(PAGE, limit - rows.length));
    if (where) query = query.where(where);
    if (newestFirst) query = query.sort(Sort.DESC);
    if (cursor !== undefined) query = query.cursor(cursor);
    const page = await translateStorage(() => query.getMany());
    rows.push(...page.results.map(({ value }) => value));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < limit);
  return rows;
}
