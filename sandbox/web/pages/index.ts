import { Hono, type Context } from 'hono';
import { canBrowse, hasInProject } from '../../site/access';
import { canViewPage, hasRight } from '../../site/confluence/access';
import type { Door, Html, Visit } from '../door';
import { show, visitOf } from '../respond';
import { adminPage, invocationsPage, ledgerPage } from './docket';
import { faultsPage } from './faults';
import { issuePage } from './issue';
import { startPage } from './start';
import { projectAppPage, projectPage, projectSettingsPage } from './project';
import { issuesPage } from './search';
import { macroSettingsPage, pagePath, spacePage, wikiPage } from './wiki';

/** Every page by its path. What is not there and what may not be seen look the same from outside. */
export function pages(door: Door): Hono {
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
    const page = state.pages.get(c.req.param('id') ?? c.req.query('pageId') ?? '');
    return page?.status === 'current' && canViewPage(state, visit.viewer, page) ? page : undefined;
  };
  const below = (visit: Visit, base: string) =>
    (visit.url.pathname.slice(base.length) || '/') + visit.url.search;

  site.get(
    '/',
    draw((visit) => startPage(door, visit)),
  );
  site.get(
    '/issues/',
    draw((visit) => issuesPage(door, visit)),
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
  site.get(
    '/wiki/pages/:id/macros/:localId',
    draw((visit, c) => {
      const page = pageOf(visit, c);
      return page && macroSettingsPage(door, visit, page, c.req.param('localId') ?? '');
    }),
  );
  const toPage = (c: Context) => {
    const page = pageOf(visitOf(door, c), c);
    const space = page && state.spaces.get(page.spaceId);
    return page && space ? c.redirect(pagePath(space, page), 302) : c.notFound();
  };
  // The address that works without the page's title, and that the app therefore writes.
  site.get('/wiki/pages/viewpage.action', toPage);
  site.get('/wiki/pages/:id', toPage);
  return site;
}
