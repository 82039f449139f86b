import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SiteReply } from '../operation';
import type { SiteState } from '../state';
import { badRequest } from './refusals';

/** What a list is ordered by; the id breaks ties, so that every order is total. */
export interface Sorting<T> {
  readonly key: (item: T) => string | number;
  readonly descending: boolean;
}

interface Listing {
  readonly state: SiteState;
  readonly url: URL;
  readonly query: { readonly cursor?: string | undefined; readonly limit: number };
}

const Position = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/** Numeric strings in the order of their numbers, without losing digits beyond 2^53. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Builds a sorting from a `sort` parameter such as `-modified-date`. */
export function sortingBy<T>(
  keys: Readonly<Record<string, Sorting<T>['key']>>,
  sort: string | undefined,
  standard: string,
): Sorting<T> {
  const wanted = sort ?? standard;
  const name = wanted.replace(/^-/, '');
  const key = keys[name];
  if (!key) throw badRequest(`Cannot sort by '${name}'`);
  return { key, descending: wanted.startsWith('-') };
}

/** A cursor is worth something only for the query that it came from; the page size may change on the way. */
function signatureOf(url: URL): string {
  const rest = [...url.searchParams].filter(([name]) => name !== 'cursor' && name !== 'limit').sort();
  return createHash('sha256')
    .update(JSON.stringify([url.pathname, rest]))
    .digest('base64url')
    .slice(0, 12);
}

function readCursor(url: URL, cursor: string): readonly [string | number, string] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = undefined;
  }
  const parsed = Position.safeParse(content);
  if (!parsed.success || parsed.data[0] !== signatureOf(url)) {
    throw badRequest('The cursor is invalid for this request');
  }
  return [parsed.data[1], parsed.data[2]];
}

/**
 * One page of `items` with the link to the next. The cursor names the last item given out and not a number of items, so
 * that what is created or deleted meanwhile neither repeats nor hides others.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination
 * @throws SiteError 400 where the cursor is none of ours or belongs to another query.
 */
export function pageOf<T extends { readonly id: string }>(
  { state, url, query }: Listing,
  items: readonly T[],
  sorting: Sorting<T>,
  toWire: (item: T) => unknown,
): SiteReply {
  const sign = sorting.descending ? -1 : 1;
  type Place = readonly [string | number, string];
  const placeOf = (item: T): Place => [sorting.key(item), item.id];
  const compare = (a: Place, b: Place): number =>
    sign * (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : compareIds(a[1], b[1]));

  const after = query.cursor === undefined ? undefined : readCursor(url, query.cursor);
  const rest = items
    .map((item) => ({ item, place: placeOf(item) }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
  const given = rest.slice(0, query.limit);
  const last = given.at(-1);
  const base = `${state.baseUrl}/wiki`;
  const body = { results: given.map(({ item }) => toWire(item)), _links: { base } };
  if (!last || rest.length <= given.length) return { status: 200, body, objects: given.length };

  const next = new URL(url);
  const cursor = Buffer.from(JSON.stringify([signatureOf(url), ...last.place])).toString('base64url');
  next.searchParams.set('cursor', cursor);
  const link = next.pathname + next.search;
  return {
    status: 200,
    body: { ...body, _links: { next: link, base } },
    headers: { link: `<${link}>; rel="next", <${base}>; rel="base"` },
    objects: given.length,
  };
}
