import { z } from 'zod';

/**
 * What the platform says of the licence, in the trusted context of every function and resolver. It says nothing of
 * apps that cost nothing and of environments other than production:
 * https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
const Context = z.object({ license: z.object({ active: z.boolean() }).nullish() });

/** False where the customer had a licence, or a trial, and it has ended. */
export const isLicensed = (unverified: unknown): boolean =>
  Context.safeParse(unverified).data?.license?.active !== false;
