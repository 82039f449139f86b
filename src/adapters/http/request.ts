import type { APIResponse, RequestInit, Route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../../errors';
import { say } from '../../words';
import { failure, refusal } from './errors';
import { retryAfterSeconds, retrying, type Attempt, type RetryOptions } from './retry';

/** `asApp().requestJira` and its three siblings. */
export type Requester = (path: Route, init?: RequestInit) => Promise<APIResponse>;

export interface RequestSpec<T> {
  /** Atlassian's operationId or our words for it; every message and log line names it. */
  readonly operation: string;
  readonly path: Route;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Of the answer's JSON; an empty answer is `undefined`. */
  readonly schema: z.ZodType<T>;
  /** Whether doing it twice equals doing it once. By default all but POST: say so for a POST that only reads. */
  readonly idempotent?: boolean;
  /** Points that the answer costs beyond the one for asking: 1 a core object, 2 an identity object. */
  readonly extraPoints?: (value: T) => number;
}

export interface Http {
  /**
   * Sends one request, again where that is safe, and parses the answer.
   *
   * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT, BAD_INPUT with the product's words; RATE_LIMITED or UPSTREAM_DOWN
   *   when waiting did not help; UPSTREAM_SHAPE when the answer is not what the operation promises.
   */
  send<T>(requester: Requester, spec: RequestSpec<T>): Promise<T>;
}

export interface HttpOptions extends Pick<RetryOptions, 'sleep'> {
  readonly log?: { warn(message: string, fields?: Record<string, unknown>): void };
  /** Told of every request that was answered, with what it cost. */
  readonly onCall?: (operation: string, points: number) => void;
  /** Told when a product says that little is left of its rate limit. */
  readonly onNearLimit?: () => void;
}

/** The one way out to Jira and Confluence: call, inside translation, inside retry. */
export function createHttp({ sleep, log, onCall, onNearLimit }: HttpOptions): Http {
  return {
    send: (requester, spec) =>
      retrying(() => metered(attempt(requester, spec, onNearLimit), spec, onCall), {
        sleep,
        onRetry: ({ error, tries, waitSeconds }) =>
          log?.warn('request retried', { operation: spec.operation, code: error.code, tries, waitSeconds }),
      }),
  };
}

async function metered<T>(
  attempted: Promise<Attempt<T>>,
  spec: RequestSpec<T>,
  onCall: HttpOptions['onCall'],
): Promise<Attempt<T>> {
  const result = await attempted;
  onCall?.(spec.operation, 1 + (result.ok ? (spec.extraPoints?.(result.value) ?? 0) : 0));
  return result;
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ : less than a fifth of some limit is left. */
const NEAR_LIMIT = 'x-ratelimit-nearlimit';

async function attempt<T>(
  requester: Requester,
  spec: RequestSpec<T>,
  onNearLimit: HttpOptions['onNearLimit'],
): Promise<Attempt<T>> {
  const { operation } = spec;
  const idempotent = spec.idempotent ?? spec.method !== 'POST';
  let response: APIResponse;
  let text: string;
  try {
    response = await requester(spec.path, initOf(spec));
    text = await response.text();
  } catch (cause) {
    const error = failure(operation, cause);
    // The proxy's 429 was never passed on; any other silence may hide a request that was carried out.
    const again = error.code === 'RATE_LIMITED' || (idempotent && error.code === 'UPSTREAM_DOWN');
    return { ok: false, error, again };
  }
  if (response.headers.get(NEAR_LIMIT)?.toLowerCase() === 'true') onNearLimit?.();
  const body = parseJson(text);
  if (response.ok) return { ok: true, value: parseAnswer(spec, body) };
  const afterSeconds = retryAfterSeconds(response.headers);
  return {
    ok: false,
    error: refusal(operation, { status: response.status, body, afterSeconds }),
    // A 429 is refused before anything is done. A 5xx is not: a comment may stand although the gateway gave up.
    again: response.status === 429 || (idempotent && response.status >= 500 && response.status !== 501),
    afterSeconds,
  };
}

function initOf({ method = 'GET', body }: Pick<RequestSpec<unknown>, 'method' | 'body'>): RequestInit {
  if (body === undefined) return { method, headers: { Accept: 'application/json' } };
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  return { method, headers, body: JSON.stringify(body) };
}

/** The text itself where it is no JSON: schemas refuse it, and a refusal's words are then simply unknown. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parseAnswer<T>({ operation, schema }: RequestSpec<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Where, not what: the value may be somebody's text.
  const where = z.prettifyError(parsed.error).replace(/\s+/g, ' ').slice(0, 500);
  throw new AppError('UPSTREAM_SHAPE', say('problem.unknownShape', { operation, where }), {
    cause: parsed.error,
  });
}
