import { kvs } from '@forge/kvs';
import { AppError } from '../../errors';
import { translateStorage } from './errors';

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const BATCH = 25;

interface Item {
  readonly key: string;
  readonly entityName?: string;
}

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));

/** Writes every value. @throws AppError UPSTREAM_DOWN where storage refuses one */
export async function setEach(
  items: readonly (Item & { readonly value: unknown; readonly ttlDays?: number })[],
): Promise<void> {
  for (const batch of batches(items)) {
    const { failedKeys } = await translateStorage(() =>
      kvs.batchSet(
        batch.map(({ ttlDays, ...item }) => ({
          ...item,
          ...(ttlDays === undefined ? {} : { options: { ttl: { value: ttlDays, unit: 'DAYS' as const } } }),
        })),
      ),
    );
    const [failed] = failedKeys;
    if (failed)
      throw new AppError('UPSTREAM_DOWN', `Storage did not take ${failed.key}: ${failed.error.message}`);
  }
}

/** Deletes every key; what is gone already is as good as deleted. */
export async function deleteEach(items: readonly Item[]): Promise<void> {
  for (const batch of batches(items)) await translateStorage(() => kvs.batchDelete([...batch]));
}

/** The values that are there, by key. */
export async function getEach(items: readonly Item[]): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const batch of batches(items)) {
    const { successfulKeys } = await translateStorage(() => kvs.batchGet<unknown>([...batch]));
    for (const { key, value } of successfulKeys) values.set(key, value);
  }
  return values;
}
