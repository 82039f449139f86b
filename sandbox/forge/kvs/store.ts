import { EXPIRY_DELAY_MS } from './constants';
import type { EntityDefinition, IndexDefinition } from './entities';

/** What a key belongs to: an entity by its name, or one of the two key-value spaces, which no entity can be called. */
export type Space = string;
export const PLAIN: Space = ' plain';
export const SECRET: Space = ' secret';

export interface StoredRow {
  readonly space: Space;
  readonly key: string;
  /** JSON; never handed out but as text. */
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
}

export interface RowChange {
  readonly value: unknown;
  readonly now: number;
  readonly expireAt: number | null;
}

/** The rows of one installation. Index reads cost what their partition holds, not what the store holds. */
export class KvsStore {
  readonly #spaces = new Map<Space, Map<string, StoredRow>>();
  readonly #partitions = new Map<string, Map<string, StoredRow>>();

  constructor(private readonly entities: ReadonlyMap<string, EntityDefinition>) {}

  get(space: Space, key: string, now: number): StoredRow | undefined {
    const row = this.#spaces.get(space)?.get(key);
    if (!row || !isDeleted(row, now)) return row;
    this.delete(space, key);
    return undefined;
  }

  put(space: Space, key: string, { value, now, expireAt }: RowChange): StoredRow {
    const before = this.get(space, key, now);
    if (before) this.#unindex(before);
    const row = { space, key, value, createdAt: before?.createdAt ?? now, updatedAt: now, expireAt };
    const rows = this.#spaces.get(space) ?? new Map<string, StoredRow>();
    this.#spaces.set(space, rows.set(key, row));
    for (const id of this.#partitionsOf(row)) {
      const partition = this.#partitions.get(id) ?? new Map<string, StoredRow>();
      this.#partitions.set(id, partition.set(key, row));
    }
    return row;
  }

  /** @returns whether there was such a row. */
  delete(space: Space, key: string): boolean {
    const row = this.#spaces.get(space)?.get(key);
    if (!row) return false;
    this.#unindex(row);
    return this.#spaces.get(space)?.delete(key) ?? false;
  }

  /** Rows that are not deleted yet, in no order. */
  rows(space: Space, now: number): StoredRow[] {
    return [...(this.#spaces.get(space)?.values() ?? [])].filter((row) => !isDeleted(row, now));
  }

  /** Rows of one partition of an index, in no order. A row without one of the index's attributes is in none. */
  partition(
    entity: EntityDefinition,
    index: IndexDefinition,
    values: readonly unknown[],
    now: number,
  ): StoredRow[] {
    const rows = this.#partitions.get(partitionId(entity.name, index.name, values));
    return [...(rows?.values() ?? [])].filter((row) => !isDeleted(row, now));
  }

  spaces(): Space[] {
    return [...this.#spaces.keys()];
  }

  #unindex(row: StoredRow): void {
    for (const id of this.#partitionsOf(row)) this.#partitions.get(id)?.delete(row.key);
  }

  #partitionsOf(row: StoredRow): string[] {
    const entity = this.entities.get(row.space);
    if (!entity) return [];
    const ids: string[] = [];
    for (const index of entity.indexes.values()) {
      const values = index.partition.map((attribute) => attributeOf(row, attribute));
      const present = [...values, attributeOf(row, index.range)].every((value) => value !== undefined);
      if (present) ids.push(partitionId(entity.name, index.name, values));
    }
    return ids;
  }
}

/** The attribute of an entity's row, `undefined` where it has none. */
export function attributeOf(row: StoredRow, attribute: string): unknown {
  if (typeof row.value !== 'object' || row.value === null) return undefined;
  return (row.value as Record<string, unknown>)[attribute];
}

export function isExpired(row: StoredRow, now: number): boolean {
  return row.expireAt !== null && row.expireAt <= now;
}

function isDeleted(row: StoredRow, now: number): boolean {
  return row.expireAt !== null && row.expireAt + EXPIRY_DELAY_MS <= now;
}

const partitionId = (entity: string, index: string, values: readonly unknown[]): string =>
  JSON.stringify([entity, index, values]);
