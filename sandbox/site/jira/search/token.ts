import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Issue } from '../../entities';
import { SEARCH_TOKEN_LIFETIME_MS } from '../../limits';
import { jiraError } from '../../operation';

/**
 * A page token says where the last page ended: not by a count, which shifts when issues change between two pages, but by the
 * last issue as it then sorted. The next page is what sorts after it. The token carries all of that itself, bound to its query
 * by a checksum, so that the site keeps nothing for it.
 */
export interface Position {
  readonly last: Issue;
}

const Token = z.tuple([z.number(), z.string(), z.looseObject({ id: z.string() })]);

const checksum = (query: string, expires: number, last: string): string =>
  createHash('sha256').update(`${query}\n${expires}\n${last}`).digest('base64url').slice(0, 16);

/** `query` names what the token is good for; `last` should hold no more than sorting needs. */
export function writeToken(query: string, last: Issue, now: number): string {
  const expires = now + SEARCH_TOKEN_LIFETIME_MS;
  const sum = checksum(query, expires, JSON.stringify(last));
  return deflateRawSync(JSON.stringify([expires, sum, last])).toString('base64url');
}

/** @throws SiteError 400 where the token is not ours, belongs to another query, or has expired. */
export function readToken(query: string, token: string, now: number): Position {
  const parsed = Token.safeParse(unpack(token)).data;
  if (!parsed) throw refused('invalid');
  const [expires, sum, last] = parsed;
  if (sum !== checksum(query, expires, JSON.stringify(last))) throw refused('invalid for this query');
  if (now >= expires) throw refused('expired');
  return { last: last as unknown as Issue };
}

const refused = (why: string) => jiraError(400, `The provided next page token is ${why}.`);

function unpack(token: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(token, 'base64url')).toString('utf8'));
  } catch {
    return undefined;
  }
}
