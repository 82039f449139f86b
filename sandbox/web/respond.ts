import type { Context } from 'hono';
import type { Door, Html, Visit } from './door';
import { themeOf } from './theme';
import { hasJustMoved, viewerOf } from './viewer';

/** Pages load nothing but the front door's own files, and frames nothing but the app's. */
function policy(appOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Documents carry sizes and colours that only a style attribute can hold.
    "style-src 'self'; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${appOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** @throws Error where the site has nobody to look with. */
export function visitOf(door: Door, c: Context): Visit {
  const url = new URL(c.req.url);
  return {
    viewer: viewerOf(c, door.sandbox.state),
    theme: themeOf(c),
    moved: hasJustMoved(c),
    url,
    origin: url.origin,
    appOrigin: `http://localhost:${url.port}`,
  };
}

/** Sends a page with the headers that every page has. */
export async function show(c: Context, status: 200 | 400 | 404 | 500, page: Html): Promise<Response> {
  const { port } = new URL(c.req.url);
  return c.html(await page, status, {
    'content-security-policy': policy(`http://localhost:${port}`),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}
