import { Hono } from 'hono';
import type { User } from '../site/entities';
import type { Site } from '../site/site';
import type { SiteState } from '../site/state';

/** Jira's own words to a client that it does not know; plain text, unlike every other refusal. */
const UNKNOWN_CLIENT = 'Client must be authenticated to access this resource.';

/**
 * The user whom an `Authorization: Basic` header names: e-mail and API token, both as the site knows them.
 * There is no fallback: a missing, malformed or wrong header, and an inactive or app account, are nobody.
 */
export function authenticate(state: SiteState, header: string | undefined): User | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0 || !state.apiTokens.has(pair.slice(colon + 1))) return undefined;
  const [user] = state.users.where('email', pair.slice(0, colon).toLowerCase());
  return user?.active && user.accountType === 'atlassian' ? user : undefined;
}

/**
 * Jira's and Confluence's REST interface for real clients: everything below `/rest` and Confluence's two API roots.
 * `afterWrite` runs after each accepted request that may have changed the site.
 */
export function restApi(site: Site, afterWrite: () => Promise<void> = async () => {}): Hono {
  const api = new Hono();
  const serve = async (request: Request): Promise<Response> => {
    const user = authenticate(site.state, request.headers.get('authorization') ?? undefined);
    if (!user) {
      return new Response(UNKNOWN_CLIENT, {
        status: 401,
        headers: {
          'content-type': 'text/plain;charset=UTF-8',
          'www-authenticate': `Basic realm="${site.state.baseUrl}"`,
          'x-seraph-loginreason': 'AUTHENTICATED_FAILED',
        },
      });
    }
    const response = await site.fetch(request, { user, scopes: null });
    if (request.method !== 'GET' && response.ok) await afterWrite();
    return response;
  };
  for (const root of ['/rest/*', '/wiki/rest/*', '/wiki/api/*']) api.all(root, (c) => serve(c.req.raw));
  return api;
}
