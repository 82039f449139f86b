import { z } from 'zod';
import { AppError } from '../errors';
import { say, type Words } from '../words';
import { isLicensed } from './licence';

/** The part of the trusted context that says who looks and from where; never read from a payload. */
const Context = z.object({
  accountId: z.string().nullish(),
  siteUrl: z.string().nullish(),
  extension: z
    .object({
      project: z.object({ id: z.coerce.string(), key: z.string() }).nullish(),
      issue: z.object({ id: z.coerce.string(), key: z.string() }).nullish(),
      config: z.record(z.string(), z.unknown()).nullish(),
    })
    .default({}),
});

interface ProjectPlace {
  readonly id: string;
  readonly key: string;
}

/** Where a resolver was called from. Each getter refuses where the module has no such thing. */
export interface Place {
  readonly accountId: string;
  readonly siteUrl: string;
  readonly isLicensed: boolean;
  readonly project: ProjectPlace;
  readonly issue: { readonly id: string; readonly key: string };
  /** The macro's own configuration, as whoever edits the page has written it; empty elsewhere. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** @throws AppError FORBIDDEN for an anonymous viewer, BAD_INPUT where a part is asked for that the module lacks. */
export function placeOf(unverified: unknown): Place {
  const { accountId, siteUrl, extension } = Context.parse(unverified);
  if (!accountId) throw new AppError('FORBIDDEN', say('problem.logIn'));
  const need = <T>(part: T | null | undefined, otherwise: Words): T => {
    if (part === null || part === undefined) throw new AppError('BAD_INPUT', otherwise);
    return part;
  };
  return {
    accountId,
    siteUrl: (siteUrl ?? '').replace(/\/$/, ''),
    isLicensed: isLicensed(unverified),
    get project() {
      return need(extension.project, say('problem.needsProject'));
    },
    get issue() {
      return need(extension.issue, say('problem.needsIssue'));
    },
    config: extension.config ?? {},
  };
}
