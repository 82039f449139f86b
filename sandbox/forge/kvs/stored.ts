import type { KvsRow } from '../types';
import { isExpired, type KvsStore, PLAIN, SECRET } from './store';

/** What the store holds, in order of keys, as copies: one entity's rows, or everything but secrets. Expired rows are left out. */
export function storedRows(store: KvsStore, now: number, entityName?: string): KvsRow[] {
  const spaces = entityName === undefined ? store.spaces().filter((space) => space !== SECRET) : [entityName];
  return spaces
    .flatMap((space) => store.rows(space, now))
    .filter((row) => !isExpired(row, now))
    .map(({ space, key, value, createdAt, updatedAt, expireAt }) => ({
      key,
      entityName: space === PLAIN ? null : space,
      value: structuredClone(value),
      createdAt,
      updatedAt,
      expireAt,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
