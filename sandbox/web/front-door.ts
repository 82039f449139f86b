import { Hono, type Context } from 'hono';
import type { Sandbox } from '../index';
import { canBrowse, hasInProject } from '../site/access';
import { canViewPage, hasRight } from '../site/confluence/access';
import { appHost } from './app-host';
import { readAppModules } from './app-modules';
import type { Door, Html, Visit } from './door';
import { createSwitchedFaults } from './fault-switches';
import { fileOf } from './files';
import { guard } from './guard';
import { createModuleTokens } from './module-tokens';
import { adminPage, invocationsPage, ledgerPage } from './pages/docket';
import { faultsPage } from './pages/faults';
import { issuePage } from './pages/issue';
import { messagePage } from './pages/message';
import { overviewPage } from './pages/overview';
import { projectAppPage, projectPage, projectSettingsPage } from './pages/project';
import { pagePath, spacePage, wikiPage } from './pages/wiki';
import { restApi } from './rest';
import { createSerial } from './serial';
import { isStep, STEPS } from './steps';
import { switchViewer, viewerOf } from './viewer';

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
  };
  const app = new Hono();
  app.use(guard);
  app.route(
    '/',
    restApi(sandbox.site, () => serial(() => sandbox.host.drain())),
  );
  app.route('/', appHost(door));
  app.route('/', assets());
  app.route('/', actions(door));
  app.route('/', pages(door));
  app.notFound((c) => show(c, 404, messagePage(door, visitOf(door, c), NOT_FOUND)));
  app.onError((error, c) =>
    show(c, 500, messagePage(door, visitOf(door, c), { title: 'That did not work', text: error.message })),
  );
  return app;
}

const NOT_FOUND = {
  title: 'Nothing to see here',
  text: 'It does not exist, or the person you are looking as may not see it. Try another person, at the top right.',
};

/** Pages load nothing but the front door's own files, and frames nothing but the app's. */
function policy(appOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Documents carry sizes and colours that only a style attribute can hold.
    "style-src 'self'; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${appOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function visitOf(door: Door, c: Context): Visit {
  const url = new URL(c.req.url);
  return {
    viewer: viewerOf(c, door.sandbox.state),
    url,
    origin: url.origin,
    appOrigin: `http://localhost:${url.port}`,
  };
}

async function show(c: Context, status: 200 | 400 | 404 | 500, page: Html): Promise<Response> {
  const { port } = new URL(c.req.url);
  return c.html(await page, status, {
    'content-security-policy': policy(`http://localhost:${port}`),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}

function assets(): Hono {
  const files = new Hono();
  const types = {
    'style.css': 'text/css; charset=utf-8',
    'front.js': 'text/javascript; charset=utf-8',
    'icon.svg': 'image/svg+xml',
  } as const;
  for (const [name, type] of Object.entries(types) as [keyof typeof types, string][])
    files.get(`/assets/${name}`, async (c) => c.body(await fileOf(name), 200, { 'content-type': type }));
  return files;
}

/** Only a path of this site; anything else would let a link send the reader elsewhere. */
const safeBack = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';

function actions(door: Door): Hono {
  const { clock, host, state } = door.sandbox;
  const posts = new Hono();
  posts.post('/clock', async (c) => {
    const form = await c.req.parseBody();
    const step = form['to'];
    if (!isStep(step)) return c.text('There is no such step.', 400);
    const from = await door.serial(async () => {
      const before = clock.now();
      await clock.advanceTo(STEPS[step](before));
      await host.drain();
      return before;
    });
    const back = safeBack(form['back']);
    const isOverview = back === '/' || back.startsWith('/?');
    return c.redirect(isOverview ? `/?from=${from}` : back, 303);
  });
  posts.post('/viewer', async (c) => {
    const form = await c.req.parseBody();
    if (!switchViewer(c, state, String(form['accountId']))) return c.text('There is no such user.', 400);
    return c.redirect(safeBack(form['back']), 303);
  });
  posts.post('/docket/faults', async (c) => {
    const form = await c.req.parseBody();
    if (!door.faults.turnOn(String(form['name']), Number(form['amount'])))
      return c.text('There is no such fault, or not so much of it.', 400);
    return c.redirect('/docket/faults', 303);
  });
  posts.post('/docket/faults/reset', (c) => {
    door.faults.reset();
    return c.redirect('/docket/faults', 303);
  });
  return posts;
}

/** What is not there and what may not be seen look the same from outside. */
function pages(door: Door): Hono {
  const { state } = door.sandbox;
  const site = new Hono();
  type Draw = (visit: Visit, c: Context) => Html | undefined | Promise<Html | undefined>;
  const draw = (draws: Draw) => async (c: Context) => {
    const page = await draws(visitOf(door, c), c);
    return page === undefined ? c.notFound() : show(c, 200, page);
  };
  const projectOf = (visit: Visit, c: Context, permission: string) =>
    state.projects
      .where('key', (c.req.param('key') ?? '').toUpperCase())
      .find((project) => hasInProject(visit.viewer, project, permission));
  const spaceOf = (visit: Visit, c: Context) =>
    state.spaces
      .where('key', c.req.param('key') ?? '')
      .find((space) => hasRight(space, visit.viewer, 'view'));
  const pageOf = (visit: Visit, c: Context) => {
    const page = state.pages.get(c.req.param('id') ?? '');
    return page?.status === 'current' && canViewPage(state, visit.viewer, page) ? page : undefined;
  };
  const below = (visit: Visit, base: string) =>
    (visit.url.pathname.slice(base.length) || '/') + visit.url.search;

  site.get(
    '/',
    draw((visit) => overviewPage(door, visit)),
  );
  site.get(
    '/docket/ledger',
    draw((visit) => ledgerPage(door, visit)),
  );
  site.get(
    '/docket/invocations',
    draw((visit) => invocationsPage(door, visit)),
  );
  site.get(
    '/docket/faults',
    draw((visit) => faultsPage(door, visit)),
  );
  site.get(
    '/admin/docket/*',
    draw((visit) =>
      visit.viewer.siteAdmin ? adminPage(door, visit, below(visit, '/admin/docket')) : undefined,
    ),
  );
  site.get(
    '/projects/:key',
    draw((visit, c) => {
      const project = projectOf(visit, c, 'BROWSE_PROJECTS');
      return project && projectPage(door, visit, project);
    }),
  );
  site.get(
    '/projects/:key/docket/*',
    draw((visit, c) => {
      const project = projectOf(visit, c, 'BROWSE_PROJECTS');
      return project && projectAppPage(door, visit, project, below(visit, `/projects/${project.key}/docket`));
    }),
  );
  site.get(
    '/projects/:key/settings/docket/*',
    draw((visit, c) => {
      const project = projectOf(visit, c, 'ADMINISTER_PROJECTS');
      return (
        project &&
        projectSettingsPage(door, visit, project, below(visit, `/projects/${project.key}/settings/docket`))
      );
    }),
  );
  site.get(
    '/browse/:key',
    draw((visit, c) => {
      const canSee = canBrowse.bind(undefined, state, visit.viewer);
      const issue = state.issues.where('key', (c.req.param('key') ?? '').toUpperCase()).find(canSee);
      return issue && issuePage(door, visit, issue, canSee);
    }),
  );
  site.get(
    '/wiki/spaces/:key',
    draw((visit, c) => {
      const space = spaceOf(visit, c);
      return space && spacePage(door, visit, space);
    }),
  );
  site.get(
    '/wiki/spaces/:key/pages/:id/:title?',
    draw((visit, c) => {
      const [space, page] = [spaceOf(visit, c), pageOf(visit, c)];
      return space && page && page.spaceId === space.id ? wikiPage(door, visit, space, page) : undefined;
    }),
  );
  site.get('/wiki/pages/:id', (c) => {
    const page = pageOf(visitOf(door, c), c);
    const space = page && state.spaces.get(page.spaceId);
    return page && space ? c.redirect(pagePath(space, page), 302) : c.notFound();
  });
  return site;
}
