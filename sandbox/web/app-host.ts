import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { Hono } from 'hono';
import { z } from 'zod';
import { HOST_COMMANDS } from '../forge/bridge';
import type { Door } from './door';
import { fileOf } from './files';
import { keepSettings } from './macro-settings';
import type { FramePlace, PlacedMacro } from './module-tokens';

/**
 * What a Custom UI frame may load: its own files, and of the unsafe sources only those that the manifest declares.
 * https://developer.atlassian.com/platform/forge/add-content-security-and-egress-controls/
 */
function policyOf(door: Door, parentOrigin: string): string {
  const { scripts, styles } = door.modules.content;
  const quoted = (sources: readonly string[]) =>
    sources.map((source) => (source.startsWith('unsafe-') ? `'${source}'` : source));
  return [
    "default-src 'self'",
    ["script-src 'self'", ...quoted(scripts)].join(' '),
    ["style-src 'self'", ...quoted(styles)].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    `frame-ancestors ${parentOrigin}`,
  ].join('; ');
}

/** The host's script comes first in the document, as Forge puts its own, so that the bridge is there before the app. */
function withBridge(document: string, data: Readonly<Record<string, string>>): string {
  const attribute = (value: string) => value.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);
  const script = `<script src="/__app/bridge.js" ${Object.entries(data)
    .map(([name, value]) => `data-${name}="${attribute(value)}"`)
    .join(' ')}></script>`;
  return /<head[^>]*>/i.test(document)
    ? document.replace(/<head[^>]*>/i, (head) => head + script)
    : script + document;
}

const BridgeCall = z.strictObject({
  token: z.uuid(),
  command: z.string().max(100),
  data: z.unknown().optional(),
});

const isHostCommand = (command: string): command is (typeof HOST_COMMANDS)[number] =>
  HOST_COMMANDS.some((known) => known === command);

/** Keeps what the screen of a macro's settings submits; `false` is how a host refuses. */
async function submitted(door: Door, { module }: FramePlace, macro: PlacedMacro, data: unknown) {
  const user = module.accountId === null ? undefined : door.sandbox.state.users.get(module.accountId);
  if (!user) return { value: false };
  return door.serial(async () => {
    try {
      await keepSettings(door, macro, data, user);
      await door.sandbox.host.drain();
      return { value: true };
    } catch {
      return { value: false };
    }
  });
}

/** The origin that serves the app's screens and answers their bridge. */
export function appHost(door: Door): Hono {
  const host = new Hono();

  host.get('/__app/bridge.js', async (c) =>
    c.body(await fileOf('bridge.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );

  host.get('/__app/:resource/*', async (c) => {
    const folder = door.modules.folderOf(c.req.param('resource'));
    const below = decodeURIComponent(c.req.path.split('/').slice(3).join('/'));
    const words = door.modules.translations.fileAt(below);
    if (words !== undefined) return c.body(words, 200, { 'content-type': 'application/json' });
    const file = folder === undefined ? undefined : normalize(join(folder, below));
    if (folder === undefined || !file?.startsWith(folder + sep)) return c.text('No such file.', 404);
    const content = await readFile(file).catch(() => undefined);
    if (!content) return c.text('No such file.', 404);
    const headers = {
      'content-type': getMimeType(file) ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    };
    if (!file.endsWith('.html')) return c.body(new Uint8Array(content), 200, headers);
    const token = c.req.query('frame') ?? '';
    const place = door.tokens.find(token);
    if (!place) return c.text('This frame belongs to a page that is gone. Reload the page.', 410);
    const data = {
      token,
      parent: place.parentOrigin,
      path: place.path,
      theme: place.theme,
      modules: JSON.stringify(door.modules.bases),
      back: place.macro?.back ?? '',
    };
    return c.body(withBridge(content.toString('utf8'), data), 200, {
      ...headers,
      'content-security-policy': policyOf(door, place.parentOrigin),
      'cache-control': 'no-store',
    });
  });

  host.post('/__bridge', async (c) => {
    const call = BridgeCall.safeParse(await c.req.json().catch(() => undefined));
    const place = call.success ? door.tokens.find(call.data.token) : undefined;
    if (!call.success || !place)
      return c.json({ message: 'The frame that calls is not known. Reload.' }, 403);
    const { command, data } = call.data;
    if (command === 'submit' && place.macro) return c.json(await submitted(door, place, place.macro, data));
    if (!isHostCommand(command))
      return c.json({ message: `The sandbox does not model the bridge command ${command}.` }, 501);
    const { host: forge } = door.sandbox;
    try {
      if (command === 'getContext')
        return c.json({
          value: {
            ...z.looseObject({}).parse(await forge.callBridge(place.module, command, data)),
            theme: { colorMode: place.theme },
          },
        });
      const value = await door.serial(async () => {
        const answer = await forge.callBridge(place.module, command, data);
        // Whatever the app or the viewer changed has its events and queued work delivered at once.
        await forge.drain();
        return answer;
      });
      return c.json({ value: value ?? null });
    } catch (error) {
      return c.json({ message: error instanceof Error ? error.message : String(error) }, 500);
    }
  });
  return host;
}
