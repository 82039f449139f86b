import { NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { z } from 'zod';
import { AppError, type ErrorCode } from '../../errors';
import { say } from '../../words';

/** Where a 429 names no time: the gateway's limits are by the minute. */
const DEFAULT_RETRY_AFTER_SECONDS = 60;
const MAX_WORDS = 600;

/** Bodies of refusals, as far as we read them: Jira v3, Confluence v2, and the v1 form that gateways still use. */
const JiraRefusal = z.looseObject({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
const ConfluenceRefusal = z.looseObject({
  errors: z.array(z.looseObject({ title: z.string(), detail: z.string().nullish() })).min(1),
});
const PlainRefusal = z.looseObject({ message: z.string() });

interface Words {
  readonly text: string;
  readonly fields?: Record<string, string>;
}

/** What the product itself says about a refusal, for a person to read; empty where it says nothing readable. */
export function wordsOf(body: unknown): Words {
  const confluence = ConfluenceRefusal.safeParse(body);
  if (confluence.success) {
    const parts = confluence.data.errors.map(({ title, detail }) => (detail ? `${title}: ${detail}` : title));
    return { text: cut(parts.join(' ')) };
  }
  const plain = PlainRefusal.safeParse(body);
  if (plain.success) return { text: cut(plain.data.message) };
  const jira = JiraRefusal.safeParse(body);
  if (!jira.success) return { text: '' };
  const { errorMessages, errors } = jira.data;
  const byField = Object.entries(errors).map(([field, message]) => `${field}: ${message}`);
  const text = cut([...errorMessages, ...byField].join(' '));
  return byField.length > 0 ? { text, fields: errors } : { text };
}

const cut = (text: string) => (text.length <= MAX_WORDS ? text : `${text.slice(0, MAX_WORDS - 1)}…`);

/** Which of our codes a product's status is; every status that is not a success has one. */
export function codeOf(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'FORBIDDEN';
  if (status === 404 || status === 410) return 'NOT_FOUND';
  if (status === 409) return 'CONFLICT';
  if (status === 429) return 'RATE_LIMITED';
  if (status >= 500) return 'UPSTREAM_DOWN';
  if (status >= 400) return 'BAD_INPUT';
  return 'UPSTREAM_SHAPE';
}

/** A product's refusal as our error: keeps the product's own words, and names the operation. */
export function refusal(
  operation: string,
  answer: { status: number; body: unknown; afterSeconds?: number | undefined },
): AppError {
  const code = codeOf(answer.status);
  const words = wordsOf(answer.body);
  // The product's own words come first, for a person; what was asked comes last, for whoever helps them.
  const asked = `${operation}, ${answer.status}`;
  const message = words.text === '' ? say('problem.noReason', { asked }) : `${words.text} (${asked})`;
  const after = answer.afterSeconds ?? (code === 'RATE_LIMITED' ? DEFAULT_RETRY_AFTER_SECONDS : undefined);
  return new AppError(code, message, {
    ...(after === undefined ? {} : { retryAfterSeconds: after }),
    ...(words.fields === undefined ? {} : { fields: words.fields }),
  });
}

/**
 * What was thrown instead of an answer. The platform's proxy throws where it will not or cannot pass the call on; all
 * else means that the call may or may not have arrived.
 */
export function failure(operation: string, cause: unknown): AppError {
  if (cause instanceof NeedsAuthenticationError) {
    return new AppError('FORBIDDEN', say('problem.needsConsent', { operation }), { cause });
  }
  if (cause instanceof ProxyRequestError) {
    const { status, errorCode } = cause;
    const code = codeOf(status);
    const message = say('problem.proxyStopped', { operation, status, code: errorCode });
    return code === 'RATE_LIMITED'
      ? new AppError(code, message, { cause, retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS })
      : new AppError(code, message, { cause });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError('UPSTREAM_DOWN', say('problem.noAnswer', { operation, why: cut(why) }), { cause });
}
