import { z } from 'zod';

/** What went wrong, for a person: the message says what, where, and what to do. */
export const Problem = z.object({
  code: z.enum([
    'BAD_INPUT',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'NO_LICENCE',
    'RATE_LIMITED',
    'UPSTREAM_DOWN',
    'UPSTREAM_SHAPE',
    'NO_CONFLUENCE',
    'INTERNAL',
  ]),
  message: z.string(),
  /** Messages by form field, where the input was at fault. */
  fields: z.record(z.string(), z.string()).optional(),
  /** On CONFLICT: the record as it now stands. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every resolver answers with one of these; it never throws at the UI. */
export const answerOf = <T extends z.ZodType>(response: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: response }),
    z.object({ ok: z.literal(false), problem: Problem }),
  ]);

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };
