import type { MiddlewareHandler } from 'hono';

/** Which part of the server a path belongs to: the interface for clients, the app's own origin, or the pages. */
function partOf(path: string): 'rest' | 'app' | 'pages' {
  if (/^\/(rest|wiki\/rest|wiki\/api)\//.test(path)) return 'rest';
  return path === '/__bridge' || path.startsWith('/__app/') ? 'app' : 'pages';
}

/** By one name the server shows the pages, by the other the app, so that a browser keeps the two apart. */
const HOST_OF = { pages: '127.0.0.1', app: 'localhost' } as const;

/**
 * Keeps other sites out. The `Host` must be this machine's own, or a name that somebody made point here could read
 * the pages; and whatever changes something must come from the origin it goes to.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  if (url.hostname !== '127.0.0.1' && url.hostname !== 'localhost')
    return c.text(`This server answers only to 127.0.0.1 and localhost, not to ${url.hostname}.`, 421);
  const part = partOf(url.pathname);
  if (part === 'rest') return next();
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (url.hostname !== HOST_OF[part]) {
    if (part === 'app' || !isRead) return c.text('Not on this origin.', 404);
    url.hostname = HOST_OF.pages;
    return c.redirect(url.href, 302);
  }
  if (!isRead && c.req.header('origin') !== url.origin)
    return c.text('Refused: the request comes from another site.', 403);
  return next();
};
