import type { KvsRow } from '../types';
import { isExpired, type KvsStore, PLAIN, SECRET, type StoredRow } from './store';

/** A row is never changed, only replaced: so is its text. */
const texts = new WeakMap<StoredRow, string>();

function copyOf(row: StoredRow): unknown {
  const text = texts.get(row) ?? JSON.stringify(row.value);
  texts.set(row, text);
  return JSON.parse(text);
}

/** What the store holds, in order of keys, as copies: one entity's rows, or everything but secrets. Expired rows are left out. */
export function storedRows(store: KvsStore, now: number, entityName?: string): KvsRow[] {
  const spaces = entityName === undefined ? store.spaces().filter((space) => space !== SECRET) : [entityName];
  return spaces
    .flatMap((space) => store.rows(space, now))
    .filter((row) => !isExpired(row, now))
    .map((row) => ({
      key: row.key,
      entityName: row.space === PLAIN ? null : row.space,
      value: copyOf(row),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      expireAt: row.expireAt,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
