import { ForgeKvsAPIError, ForgeKvsError } from '@forge/kvs';
import { AppError } from '../../errors';
import { say } from '../../words';

/** Runs a storage call and says its failure in the app's words. @throws AppError RATE_LIMITED, UPSTREAM_DOWN or INTERNAL. */
export async function translateStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw storageError(cause);
  }
}

function storageError(cause: unknown): unknown {
  if (!(cause instanceof ForgeKvsAPIError)) {
    // The package's own objections are ours to mend; whatever else is thrown is a connection that gave no answer.
    if (cause instanceof ForgeKvsError || cause instanceof AppError) return cause;
    return new AppError('UPSTREAM_DOWN', say('problem.storageSilent'), { cause });
  }
  const { status } = cause.responseDetails;
  if (status === 429 || isPause(cause.code)) return pause({ cause });
  if (status >= 500) return new AppError('UPSTREAM_DOWN', say('problem.storageDown'), { cause });
  return new AppError('INTERNAL', say('problem.storageRefused', { code: cause.code }), { cause });
}

/** The documentation and the package name the same answer differently. */
const ABSENT = new Set(['KEY_NOT_FOUND', 'NOT_FOUND']);

/** Looks at what a batch could not do; a key that is not there is no failure. @throws AppError RATE_LIMITED or UPSTREAM_DOWN. */
export function checkBatch(failed: readonly { readonly error: { readonly code: string } }[]): void {
  const codes = failed.map(({ error }) => error.code).filter((code) => !ABSENT.has(code));
  if (codes.some(isPause)) throw pause();
  if (codes.length > 0)
    throw new AppError(
      'UPSTREAM_DOWN',
      say('problem.storageInPart', { codes: [...new Set(codes)].join(', ') }),
    );
}

const isPause = (code: string): boolean => /RATE_LIMIT|TOO_MANY/.test(code);

const pause = (options: { readonly cause?: unknown } = {}): AppError =>
  new AppError('RATE_LIMITED', say('problem.storagePause'), { ...options, retryAfterSeconds: 60 });
