import { z } from 'zod';
import type { InvocationResult } from './invocation';

/**
 * How often a failed event comes back. The limits page gives a window of 24 h, the storage guide a count of 4 for queues,
 * as the events reference does for product events: the sandbox keeps to both.
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export const MAX_RETRIES = 4;
export const RETENTION_MS = 24 * 60 * 60 * 1000;
/** Neither the first pause of the platform's own retries nor its growth is documented. */
const FIRST_BACKOFF_MS = 30_000;
const BACKOFF_FACTOR = 2;

const MAX_RETRY_AFTER_SECONDS = 900;
/** https://developer.atlassian.com/platform/forge/limits-async-events/ */
const MAX_RETRY_DATA_BYTES = 4 * 1024;

/** What `new InvocationError(...)` of `@forge/api` and `@forge/events` returns. */
const RetryRequest = z.looseObject({
  _retry: z.literal(true),
  retryOptions: z
    .looseObject({
      retryAfter: z.number().positive().default(1),
      retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
      retryData: z.unknown().optional(),
    })
    .prefault({}),
});

export interface Attempt {
  /** From 0. */
  readonly number: number;
  /** When the event was first due, epoch milliseconds. */
  readonly firstAt: number;
  /** When this attempt ended. */
  readonly endedAt: number;
  /** Whether the platform comes back by itself where the app threw: a queue does, a product event does not. */
  readonly retriesErrors: boolean;
}

export type Verdict =
  | { readonly do: 'finish' }
  | { readonly do: 'retry'; readonly at: number; readonly reason: string; readonly data: unknown }
  | { readonly do: 'give-up'; readonly why: string };

export const isRetryRequest = (value: unknown): boolean => RetryRequest.safeParse(value).success;

/** What the platform does with an event after an attempt to deliver it. */
export function decideRetry({ record, settled }: InvocationResult, attempt: Attempt): Verdict {
  if (record.outcome === 'ok') return { do: 'finish' };
  const asked = settled.ok ? RetryRequest.safeParse(settled.value).data?.retryOptions : undefined;
  const why = record.error ?? asked?.retryReason ?? record.outcome;
  if (record.outcome === 'error' && !attempt.retriesErrors) return { do: 'give-up', why };
  if (asked && dataBytes(asked.retryData) > MAX_RETRY_DATA_BYTES)
    return { do: 'give-up', why: `retryData is larger than ${MAX_RETRY_DATA_BYTES} bytes` };
  const pause = asked
    ? Math.min(asked.retryAfter, MAX_RETRY_AFTER_SECONDS) * 1000
    : FIRST_BACKOFF_MS * BACKOFF_FACTOR ** attempt.number;
  const at = attempt.endedAt + pause;
  if (attempt.number >= MAX_RETRIES || at > attempt.firstAt + RETENTION_MS)
    return { do: 'give-up', why: `${why} (tried ${attempt.number + 1} times)` };
  const reason = asked?.retryReason ?? REASONS[record.outcome] ?? 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  return { do: 'retry', at, reason, data: asked?.retryData };
}

/** The codes of InvocationErrorCode, `@forge/events`. */
const REASONS: Partial<Record<string, string>> = { timeout: 'FUNCTION_TIME_OUT' };

const dataBytes = (data: unknown): number => Buffer.byteLength(JSON.stringify(data) ?? '');

/** What the next attempt is told, https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
export function retryContext(
  verdict: Extract<Verdict, { do: 'retry' }>,
  attempt: Attempt,
): Record<string, unknown> {
  return {
    retryCount: attempt.number + 1,
    retryReason: verdict.reason,
    retryData: verdict.data,
    retentionWindow: {
      startTime: new Date(attempt.firstAt).toISOString(),
      remainingTimeMs: attempt.firstAt + RETENTION_MS - verdict.at,
    },
  };
}
