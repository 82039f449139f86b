import { ForgeKvsAPIError, ForgeKvsError } from '@forge/kvs';
import { AppError } from '../../errors';

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
    return new AppError('UPSTREAM_DOWN', "Forge's storage gives no answer.", { cause });
  }
  const { status } = cause.responseDetails;
  if (status === 429 || /RATE_LIMIT|TOO_MANY/.test(cause.code)) {
    return new AppError('RATE_LIMITED', "Forge's storage asks for a pause.", {
      cause,
      retryAfterSeconds: 60,
    });
  }
  if (status >= 500) return new AppError('UPSTREAM_DOWN', "Forge's storage does not answer.", { cause });
  return new AppError('INTERNAL', `Forge's storage refused a call: ${cause.code}.`, { cause });
}
