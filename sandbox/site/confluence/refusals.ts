import { confluenceError, SiteError } from '../operation';

/** What Confluence answers for what does not exist, and for what the caller may not see or (by its document) change. */
export const notFound = (title = 'Not Found'): SiteError => confluenceError(404, 'NOT_FOUND', title);

export const badRequest = (title: string, detail: string | null = null): SiteError =>
  confluenceError(400, 'INVALID_REQUEST_PARAMETER', title, detail);

/** The caller may see the thing but not change it, where Atlassian's document names no status of its own. */
export const forbidden = (title: string): SiteError => confluenceError(403, 'FORBIDDEN', title);

/**
 * A write on a version that is no longer the newest. The v2 document names no 409; v1's does ("the version property has
 * not been set correctly"), and sites answer it for v2 as well.
 */
export const conflict = (title: string): SiteError => confluenceError(409, 'CONFLICT', title);

/** A documented branch that the sandbox does not serve. It must never pass for a success. */
export const unmodelled = (what: string): SiteError =>
  badRequest(`The sandbox does not model ${what}.`, 'Model it under sandbox/site/confluence.');

/** @throws SiteError 409 where `given` is not the number after `current`. */
export function requireNextVersion(what: string, current: number, given: number | undefined): void {
  if (given === current + 1) return;
  throw conflict(
    `Version must be incremented when updating ${what}. Current version: [${current}]. Provided version: [${given ?? 'none'}]`,
  );
}

/** The error body of the v1 interface, which differs from v2's. */
export function v1Error(status: number, message: string): SiteError {
  const data = { authorized: status !== 403, valid: true, errors: [], successful: false };
  return new SiteError(status, { statusCode: status, data, message });
}
