import { PAGE_MAX_RESULTS } from '../limits';
import { boolParam, intParam, listParam } from '../operation';

/** Where an offset page starts, and how long it may be. */
export interface PageRequest {
  readonly startAt?: number | undefined;
  readonly maxResults?: number | undefined;
}

export const pageQuery = { startAt: intParam.optional(), maxResults: intParam.optional() };
export const optional = { list: listParam.optional(), int: intParam.optional(), bool: boolParam.optional() };

/** Cuts a page; more than the site allows is cut down to that, without a word, as on real sites. */
export function pageOf<T>(
  rows: readonly T[],
  request: PageRequest,
  byDefault: number,
  cap = PAGE_MAX_RESULTS,
) {
  const startAt = Math.max(0, request.startAt ?? 0);
  const maxResults = Math.min(cap, Math.max(0, request.maxResults ?? byDefault));
  const values = rows.slice(startAt, startAt + maxResults);
  return { startAt, maxResults, total: rows.length, values };
}

/** A `PageBean`: the page with where it is and where the next one lies. */
export function pageBean<T>(
  page: { startAt: number; maxResults: number; total: number; values: T[] },
  url: URL,
) {
  const isLast = page.startAt + page.values.length >= page.total;
  const at = (startAt: number): string => {
    const link = new URL(url);
    link.searchParams.set('startAt', String(startAt));
    link.searchParams.set('maxResults', String(page.maxResults));
    return link.toString();
  };
  return {
    self: url.toString(),
    ...(isLast ? {} : { nextPage: at(page.startAt + page.maxResults) }),
    maxResults: page.maxResults,
    startAt: page.startAt,
    total: page.total,
    isLast,
    values: page.values,
  };
}
