import { Hono } from 'hono';
import type { Sandbox } from '../index';
import { actions } from './actions';
import { appHost } from './app-host';
import { readAppModules } from './app-modules';
import type { Door } from './door';
import { createSwitchedFaults } from './fault-switches';
import { fileOf, styleSheet } from './files';
import { guard } from './guard';
import { issueChanges } from './issue-changes';
import { createActivity } from './live/activity';
import { liveStream } from './live/stream';
import { createModuleTokens } from './module-tokens';
import { pages } from './pages';
import { messagePage } from './pages/message';
import { show, visitOf } from './respond';
import { restApi } from './rest';
import { createSerial } from './serial';
import { tokenSheet } from './theme';

const NOT_FOUND = {
  title: 'Nothing to see here',
  text: 'It does not exist, or the person you are looking as may not see it. Try another person, at the top right.',
};

/**
 * The site to look at: REST for real clients, pages for people, and the app's own screens in frames.
 *
 * @param manifestPath the manifest of the installed app.
 */
export function createFrontDoor(sandbox: Sandbox, manifestPath: string): Hono {
  const serial = createSerial();
  const door: Door = {
    sandbox,
    serial,
    modules: readAppModules(manifestPath),
    tokens: createModuleTokens(),
    faults: createSwitchedFaults(sandbox.faults),
    activity: createActivity(sandbox),
  };
  const app = new Hono();
  app.use(guard);
  app.route(
    '/',
    restApi(sandbox.site, () => serial(() => sandbox.host.drain())),
  );
  app.route('/', appHost(door));
  app.route('/', assets());
  app.route('/', liveStream(door));
  app.route('/', actions(door));
  app.route('/', issueChanges(door));
  app.route('/', pages(door));
  app.notFound((c) => show(c, 404, messagePage(door, visitOf(door, c), NOT_FOUND)));
  app.onError((error, c) =>
    show(c, 500, messagePage(door, visitOf(door, c), { title: 'That did not work', text: error.message })),
  );
  return app;
}

function assets(): Hono {
  const files = new Hono();
  const types = {
    'front.js': 'text/javascript; charset=utf-8',
    'dock.js': 'text/javascript; charset=utf-8',
    'icon.svg': 'image/svg+xml',
  } as const;
  for (const [name, type] of Object.entries(types) as [keyof typeof types, string][])
    files.get(`/assets/${name}`, async (c) => c.body(await fileOf(name), 200, { 'content-type': type }));
  const css = { 'content-type': 'text/css; charset=utf-8' };
  files.get('/assets/style.css', async (c) => c.body(await styleSheet(), 200, css));
  files.get('/assets/tokens.css', (c) => c.body(tokenSheet(), 200, css));
  return files;
}
