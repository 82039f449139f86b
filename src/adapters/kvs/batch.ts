import { kvs } from '@forge/kvs';
import { checkBatch, translateStorage } from './errors';

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const BATCH = 25;

interface Item {
  readonly key: string;
  readonly entityName?: string;
}

const batches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));

/**
 * Writes each value on its own: after a failure some are written and others not.
 * @throws AppError RATE_LIMITED or UPSTREAM_DOWN where storage refuses one
 */
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
    checkBatch(failedKeys);
  }
}

/** Deletes each key on its own; what is gone already is as good as deleted. @throws AppError as `setEach` does */
export async function deleteEach(items: readonly Item[]): Promise<void> {
  for (const batch of batches(items)) {
    const { failedKeys } = await translateStorage(() => kvs.batchDelete([...batch]));
    checkBatch(failedKeys);
  }
}

/** The values that are there, by key. @throws AppError where storage does not say whether one is */
export async function getEach(items: readonly Item[]): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const batch of batches(items)) {
    const { successfulKeys, failedKeys } = await translateStorage(() => kvs.batchGet<unknown>([...batch]));
    checkBatch(failedKeys);
    for (const { key, value } of successfulKeys) values.set(key, value);
  }
  return values;
}
