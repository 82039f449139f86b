import { createHash } from 'node:crypto';
import { z } from 'zod';
import { checkFilters, compareScalars, matches, matchesAll } from './conditions';
import { PARTITION_MAX_BYTES, QUERY_DEFAULT_ROWS, QUERY_MAX_ROWS } from './constants';
import { BY_KEY, type EntityDefinition, type IndexDefinition } from './entities';
import { badRequest } from './errors';
import type { EntityQuery, QueryBody, Scalar } from './schemas';
import { attributeOf, type KvsStore, PLAIN, type StoredRow } from './store';
import { bytesOf, isOfType } from './values';

export interface Page {
  readonly rows: readonly StoredRow[];
  readonly cursor?: string;
  /** Of everything that was fetched, before filters: what read units are counted by. */
  readonly bytes: number;
}

/** Where a page ended: a place in the order, so that rows that come or go do not shift the next page. */
interface Place {
  readonly rank: Scalar;
  readonly key: string;
}

/** Plain keys in order, optionally those that begin with a text. @throws KvsError 400. */
export function queryKeys(store: KvsStore, query: z.output<typeof QueryBody>, now: number): Page {
  const prefix = query.where?.[0]?.values[0] ?? '';
  const rows = store.rows(PLAIN, now).filter((row) => row.key.startsWith(prefix));
  return page(
    rows.map((row) => ({ row, rank: row.key })),
    { limit: query.limit, cursor: query.after, identity: ['key', prefix], descending: false },
  );
}

/** Rows of a declared index. Filters apply to the page that was fetched. @throws KvsError 400 or 422. */
export function queryEntity(
  store: KvsStore,
  entity: EntityDefinition,
  query: EntityQuery,
  now: number,
): Page {
  checkFilters(entity, query.filters);
  const { limit, cursor, options: _options, ...identity } = query;
  const ranked =
    query.indexName === BY_KEY ? byKey(store, entity, query, now) : byIndex(store, entity, query, now);
  const { range } = query;
  const selected = range ? ranked.filter(({ rank }) => matches(rank, range)) : ranked;
  const fetched = page(selected, { limit, cursor, identity, descending: query.sort === 'DESC' });
  return { ...fetched, rows: fetched.rows.filter((row) => matchesAll(row.value, query.filters)) };
}

interface Ranked {
  readonly row: StoredRow;
  readonly rank: Scalar;
}

function byKey(store: KvsStore, entity: EntityDefinition, query: EntityQuery, now: number): Ranked[] {
  if (query.partition?.length) throw badRequest(`The index ${BY_KEY} has no partition`);
  checkRange('string', BY_KEY, query);
  return store.rows(entity.name, now).map((row) => ({ row, rank: row.key }));
}

function byIndex(store: KvsStore, entity: EntityDefinition, query: EntityQuery, now: number): Ranked[] {
  const index = entity.indexes.get(query.indexName);
  if (!index)
    throw badRequest(
      `The entity ${entity.name} declares no index ${query.indexName}`,
      'INVALID_ENTITY_INDEX',
    );
  const values = query.partition ?? [];
  checkPartition(entity, index, values);
  checkRange(entity.attributes.get(index.range) ?? 'string', index.name, query);
  return store
    .partition(entity, index, values, now)
    .map((row) => ({ row, rank: attributeOf(row, index.range) as Scalar }));
}

function checkPartition(entity: EntityDefinition, index: IndexDefinition, values: readonly Scalar[]): void {
  if (values.length !== index.partition.length)
    throw badRequest(
      `The index ${index.name} needs ${index.partition.length} partition values (${index.partition.join(', ')}), ` +
        `not ${values.length}`,
    );
  index.partition.forEach((attribute, i) => {
    const type = entity.attributes.get(attribute);
    if (!type || !isOfType(type, values[i]))
      throw badRequest(`The partition value of ${attribute} must be a ${type}`);
  });
  const bytes = values.reduce<number>((sum, value) => sum + Buffer.byteLength(String(value)), 0);
  if (bytes > PARTITION_MAX_BYTES)
    throw badRequest(`The partition has ${bytes} bytes, at most ${PARTITION_MAX_BYTES} are taken`);
}

function checkRange(type: string, index: string, { range }: EntityQuery): void {
  const wanted = type === 'string' ? 'string' : type === 'boolean' ? 'boolean' : 'number';
  if (range?.values.some((value) => typeof value !== wanted))
    throw badRequest(`The range of the index ${index} is compared with a ${wanted}`);
}

interface Paging {
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
  /** What the cursor belongs to. */
  readonly identity: unknown;
  readonly descending: boolean;
}

function page(ranked: readonly Ranked[], { limit, cursor, identity, descending }: Paging): Page {
  const size = limit ?? QUERY_DEFAULT_ROWS;
  if (!Number.isInteger(size) || size < 1 || size > QUERY_MAX_ROWS)
    throw badRequest(
      `The limit must be between 1 and ${QUERY_MAX_ROWS}, not ${size}`,
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    );
  const direction = descending ? -1 : 1;
  const order = (a: Place, b: Place): number =>
    direction * (compareScalars(a.rank, b.rank) || compareScalars(a.key, b.key));
  const placed = ranked.map(({ row, rank }) => ({ row, rank, key: row.key })).sort(order);
  const after = cursor === undefined ? undefined : openCursor(cursor, sealOf(identity));
  const rest = after ? placed.filter((place) => order(place, after) > 0) : placed;
  const taken = rest.slice(0, size);
  const last = taken.at(-1);
  return {
    rows: taken.map(({ row }) => row),
    bytes: taken.reduce((sum, { row }) => sum + bytesOf(row.value), 0),
    // A full page always has a cursor, even where nothing follows: the end is a page without one.
    ...(last && taken.length === size ? { cursor: sealCursor(last, sealOf(identity)) } : {}),
  };
}

/** Binds a cursor to its query. */
const sealOf = (identity: unknown): string =>
  createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 16);

const Cursor = z.strictObject({
  seal: z.string(),
  rank: z.union([z.string(), z.number(), z.boolean()]),
  key: z.string(),
});

const sealCursor = ({ rank, key }: Place, seal: string): string =>
  Buffer.from(JSON.stringify({ seal, rank, key })).toString('base64url');

function openCursor(cursor: string, seal: string): Place {
  // Neither the documentation nor the package names the code of this refusal.
  const refusal = badRequest('The cursor does not belong to this query', 'INVALID_CURSOR');
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refusal;
  }
  const parsed = Cursor.safeParse(content);
  if (!parsed.success || parsed.data.seal !== seal) throw refusal;
  return parsed.data;
}
