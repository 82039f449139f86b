import type { z } from 'zod';
import { covers } from '../../shared/nearest-field';

type Problems = Readonly<Record<string, string>>;

/**
 * Says by path what is wrong with a request before it is sent: what the form could not read, then what the contract
 * does not take where the form has not said it already. The app checks again, and its word counts.
 */
export function withContractProblems(unread: Problems, schema: z.ZodType, request: unknown): Problems {
  const refused = (schema.safeParse(request).error?.issues ?? []).map(
    ({ path, message }) => [path.join('.'), message] as const,
  );
  const left = refused.filter(([path]) => !Object.keys(unread).some((known) => covers(known, path)));
  return { ...Object.fromEntries(left), ...unread };
}

/** A problem under its path, or none. */
export const problemAt = (path: string, problem: string | undefined): Problems =>
  problem === undefined ? {} : { [path]: problem };
