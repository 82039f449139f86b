import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { translateStorage } from './errors';

interface Token {
  /** Where in the stored value the writer's own mark is. */
  readonly markOf: (stored: unknown) => string | undefined;
  readonly mark: string;
}

/**
 * Creates an entity row unless its key exists. Atomic on the platform (`FAIL_IF_EXISTS`). When an error leaves open
 * whether the row was written, the row itself is asked: it carries its writer's mark.
 *
 * @returns true where the row is this writer's.
 * @throws AppError where storage does not answer.
 */
export async function createOnce(
  entity: string,
  key: string,
  row: object,
  token: Token,
  ttlDays?: number,
): Promise<boolean> {
  const ttl = ttlDays === undefined ? {} : { ttl: { value: ttlDays, unit: 'DAYS' as const } };
  try {
    await kvs.entity(entity).set(key, row, { keyPolicy: 'FAIL_IF_EXISTS', ...ttl });
    return true;
  } catch (error) {
    const stored = await translateStorage(() => kvs.entity(entity).get(key));
    // Another writer had it and gave it back in between: it was theirs.
    if (stored === undefined && isConflict(error)) return false;
    if (stored === undefined) throw await rejection(error);
    return token.markOf(stored) === token.mark;
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;

const rejection = (error: unknown): Promise<unknown> =>
  translateStorage(() => Promise.reject(error)).catch((translated: unknown) => translated);
