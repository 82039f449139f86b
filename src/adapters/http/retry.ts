import type { AppError } from '../../errors';

/** One try, seen from outside: a value, or an error with what it says about trying again. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: AppError;
      /** Whether a further try can do good and cannot do the work twice. */
      readonly again: boolean;
      /** How long the server asked us to wait; absent where it did not say. */
      readonly afterSeconds?: number | undefined;
    };

export interface RetryOptions {
  /** Waits that many milliseconds; the sandbox's clock or a real timer. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told before each wait. */
  readonly onRetry?: (event: { error: AppError; tries: number; waitSeconds: number }) => void;
}

/** Tries in all, the first included. */
export const MAX_TRIES = 3;
/** A wait longer than this belongs into the queue: an invocation is billed, and a resolver has 25 s in all. */
export const MAX_WAIT_SECONDS = 8;

/**
 * Repeats an attempt while that makes sense. Obeys the server's wish for a pause up to `MAX_WAIT_SECONDS`, else doubles
 * from one second.
 *
 * @throws AppError of the last attempt; its `retryAfterSeconds` is for whoever can put the work off.
 */
export async function retrying<T>(attempt: () => Promise<Attempt<T>>, options: RetryOptions): Promise<T> {
  for (let tries = 1; ; tries++) {
    const result = await attempt();
    if (result.ok) return result.value;
    const waitSeconds = result.afterSeconds ?? 2 ** (tries - 1);
    if (!result.again || tries === MAX_TRIES || waitSeconds > MAX_WAIT_SECONDS) throw result.error;
    options.onRetry?.({ error: result.error, tries, waitSeconds });
    await options.sleep(waitSeconds * 1000);
  }
}

/**
 * Seconds that `Retry-After` asks for: a number, or a date, which is read against the answer's own `Date` so that our
 * clock has no say in it (RFC 9110, 10.2.3). Nonsense reads as absent.
 */
export function retryAfterSeconds(headers: { get(name: string): string | null }): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  const until = Date.parse(value);
  const from = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(until) || Number.isNaN(from)) return undefined;
  return Math.max(0, Math.ceil((until - from) / 1000));
}
