import { html } from 'hono/html';
import { hasInProject } from '../../site/access';
import { hasRight } from '../../site/confluence/access';
import type { Project } from '../../site/entities';
import type { Door, Html, Visit } from '../door';
import type { At } from './at';

const link = (href: string, text: string | Html, isHere: boolean): Html =>
  html`<li>
    ${isHere ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`}
  </li>`;

const square = (key: string): Html =>
  html`<span class="avatar square" aria-hidden="true">${key.slice(0, 2)}</span>`;

function projectItem({ viewer }: Visit, project: Project, at: At): Html {
  const base = `/projects/${project.key}`;
  const here = at.in === 'project' && at.project.id === project.id ? at.page : undefined;
  return html`<li>
    <a class="${here === undefined ? '' : 'open'}" href="${base}/docket"
      >${square(project.key)} ${project.name}</a
    >
    ${
      here === undefined
        ? ''
        : html`<ul class="below">
            ${link(`${base}/docket`, 'Docket', here === 'docket')} ${link(base, 'Issues', here === 'issues')}
            ${
              hasInProject(viewer, project, 'ADMINISTER_PROJECTS')
                ? link(`${base}/settings/docket`, 'Project settings', here === 'settings')
                : ''
            }
          </ul>`
    }
  </li>`;
}

/** The places of the site that the viewer may open. */
export function sideNav({ sandbox: { state } }: Door, visit: Visit, at: At): Html {
  const { viewer } = visit;
  const is = (page: string): boolean => at.in === 'site' && at.page === page;
  const projects = [...state.projects.all()].filter((p) => hasInProject(viewer, p, 'BROWSE_PROJECTS'));
  const spaces = [...state.spaces.all()].filter((space) => hasRight(space, viewer, 'view'));
  const group = (title: string, items: readonly Html[]): Html =>
    items.length === 0
      ? html``
      : html`<h2>${title}</h2>
          <ul>
            ${items}
          </ul>`;
  return html`<nav class="side" id="side" aria-label="Site">
    <ul>
      ${link('/', 'Start here', is('start'))} ${link('/issues/', 'All issues', is('issues'))}
    </ul>
    ${group(
      'Jira projects',
      projects.map((project) => projectItem(visit, project, at)),
    )}
    ${group(
      'Confluence',
      spaces.map(({ id, key, name }) =>
        link(`/wiki/spaces/${key}`, html`${square(key)} ${name}`, at.in === 'space' && at.space.id === id),
      ),
    )}
    ${group('Jira administration', viewer.siteAdmin ? [link('/admin/docket', 'Docket', is('admin'))] : [])}
    ${group('Behind the scenes', [
      link('/docket/ledger', 'Messages sent, and why', is('ledger')),
      link('/docket/invocations', 'Runs, calls and points', is('invocations')),
      link('/docket/faults', 'Faults', is('faults')),
    ])}
  </nav>`;
}
