import type { Text } from './words';

/** Every failure the app names, and whose fault it is: the caller's input or rights, the platform, or ourselves. */
export const FAULT_OF = {
  BAD_INPUT: 'caller',
  FORBIDDEN: 'caller',
  NOT_FOUND: 'caller',
  CONFLICT: 'caller',
  NO_LICENCE: 'caller',
  RATE_LIMITED: 'upstream',
  UPSTREAM_DOWN: 'upstream',
  UPSTREAM_SHAPE: 'upstream',
  NO_CONFLUENCE: 'upstream',
  INTERNAL: 'ours',
} as const satisfies Record<string, 'caller' | 'upstream' | 'ours'>;

export type ErrorCode = keyof typeof FAULT_OF;

interface Details {
  readonly cause?: unknown;
  /** How long the platform asked us to wait. */
  readonly retryAfterSeconds?: number;
  /** Messages by form field. */
  readonly fields?: Readonly<Record<string, Text>>;
  /** On CONFLICT: what is there now. */
  readonly current?: unknown;
}

/** The one error class: the message is for a person and says what, where, and what to do. */
export class AppError extends Error {
  readonly retryAfterSeconds: number | undefined;
  readonly fields: Readonly<Record<string, Text>> | undefined;
  readonly current: unknown;

  constructor(
    readonly code: ErrorCode,
    /** The message, to be said in the reader's language. */
    readonly words: Text,
    details: Details = {},
  ) {
    super(String(words), { cause: details.cause });
    this.name = `AppError [${code}]`;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.fields = details.fields;
    this.current = details.current;
  }
}

/** True for an AppError with one of these codes. */
export function isAppError(error: unknown, ...codes: readonly ErrorCode[]): error is AppError {
  return error instanceof AppError && (codes.length === 0 || codes.includes(error.code));
}
