import { html } from 'hono/html';
import type { Project } from '../../site/entities';
import { appFrame, projectPart } from '../app-frame';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { searchView } from './search';

/** The project's issues, by a query that the reader may change. */
export async function projectPage(door: Door, visit: Visit, project: Project): Promise<Html> {
  const usual = `project = "${project.key}" AND statusCategory != Done ORDER BY duedate ASC`;
  const list = await searchView(door, visit, `/projects/${project.key}`, usual);
  return layout(
    door,
    visit,
    { title: `${project.name} issues`, at: { in: 'project', project, page: 'issues' } },
    html`<p class="crumbs"><a href="/">Projects</a> / ${project.name}</p>
      <h1>Issues</h1>
      ${list}`,
  );
}

/** The app's own page of a project, with the rest of the path left to the app. */
export function projectAppPage(door: Door, visit: Visit, project: Project, path: string): Html {
  const frame = appFrame(door, visit, {
    place: 'jira:projectPage',
    extension: { project: projectPart(project), location: visit.origin + visit.url.pathname },
    title: `Docket in ${project.name}`,
    fills: true,
    path,
  });
  return layout(
    door,
    visit,
    {
      title: `Docket in ${project.name}`,
      at: { in: 'project', project, page: 'docket' },
      appBase: `/projects/${project.key}/docket`,
    },
    frame,
  );
}

/** The app's settings page of a project: for those who administer it, as in Jira. */
export function projectSettingsPage(door: Door, visit: Visit, project: Project, path: string): Html {
  const frame = appFrame(door, visit, {
    place: 'jira:projectSettingsPage',
    extension: { project: projectPart(project), location: visit.origin + visit.url.pathname },
    title: `Docket settings of ${project.name}`,
    fills: true,
    path,
  });
  return layout(
    door,
    visit,
    {
      title: `Docket settings of ${project.name}`,
      at: { in: 'project', project, page: 'settings' },
      appBase: `/projects/${project.key}/settings/docket`,
    },
    frame,
  );
}
