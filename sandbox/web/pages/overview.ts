import { html } from 'hono/html';
import { hasInProject } from '../../site/access';
import { canViewPage, hasRight } from '../../site/confluence/access';
import type { Page, Project, Space } from '../../site/entities';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { mayKnow, readLedger, type SentMessage } from '../messages';
import { count, dateOf, lozenge, person, timeTag } from '../parts';
import { messageTable } from './message-table';
import { pagePath } from './wiki';

const SHOWN_MESSAGES = 12;
const SHOWN_PAGES = 6;

const figure = (name: string, value: number): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value.toLocaleString('en-GB')}</dd>
  </div>`;

function projectCard(door: Door, visit: Visit, project: Project): Html {
  const { state, clock } = door.sandbox;
  const today = dateOf(clock.now(), visit.viewer.timeZone);
  const open = state.issues
    .where('project', project.id)
    .filter((issue) => state.statuses.get(issue.statusId)?.category !== 'done');
  const late = open.filter((issue) => issue.dueDate !== null && issue.dueDate < today);
  const base = `/projects/${project.key}`;
  return html`<article class="card">
    <h3><a href="${base}">${project.name}</a> <span class="faint">${project.key}</span></h3>
    ${person(state, project.leadAccountId, 'No lead')}
    <p>${count(open.length, 'open issue')}, <span class="overdue">${late.length} overdue</span></p>
    <a class="button" href="${base}/docket">Open Docket</a> <a class="button" href="${base}">Issues</a>
  </article>`;
}

/** Pages that the app has written, newest change first. */
function appPages(door: Door, visit: Visit): { page: Page; space: Space }[] {
  const { state } = door.sandbox;
  return [...state.pages.all()]
    .filter(
      (page) =>
        page.authorId === state.appAccountId &&
        page.status === 'current' &&
        canViewPage(state, visit.viewer, page),
    )
    .sort((a, b) => b.version.created - a.version.created)
    .flatMap((page) => {
      const space = state.spaces.get(page.spaceId);
      return space ? [{ page, space }] : [];
    })
    .slice(0, SHOWN_PAGES);
}

/** What the last step of the clock brought, when the reader comes from one. */
function stepNote(visit: Visit, messages: readonly SentMessage[]): Html {
  const from = Number(visit.url.searchParams.get('from') ?? Number.NaN);
  if (!Number.isFinite(from)) return html``;
  const sent = messages.filter(({ at, state }) => at > from && state === 'sent').length;
  return html`<p class="done" role="status">
    The clock has moved on from ${timeTag(from, 'UTC')} UTC.
    ${sent === 0 ? 'No message' : count(sent, 'message')} ${sent === 1 ? 'was' : 'were'} due on the way.
  </p>`;
}

/** The whole sandbox at a glance: what is in it, what the app did, what that cost. */
export function overviewPage(door: Door, visit: Visit): Html {
  const { state, host, site } = door.sandbox;
  const projects = [...state.projects.all()].filter((p) => hasInProject(visit.viewer, p, 'BROWSE_PROJECTS'));
  const messages = readLedger(host).messages.filter((message) => mayKnow(state, visit.viewer, message));
  const spaces = [...state.spaces.all()].filter((space) => hasRight(space, visit.viewer, 'view'));
  const calls = Object.values(host.totals.calls).reduce((sum, calls) => sum + calls, 0);
  const pages = appPages(door, visit);
  return layout(
    door,
    visit,
    { title: 'Overview', at: { in: 'site', page: 'overview' } },
    html`${stepNote(visit, messages)}
      <h1>A local Atlassian site with Docket installed</h1>
      <p class="lead">
        Nothing here waits for real time: the clock above moves when you move it, and Docket does what falls
        due on the way.
      </p>
      <h2>Projects</h2>
      <div class="cards">${projects.map((project) => projectCard(door, visit, project))}</div>
      <h2>What it did, and what that cost</h2>
      <dl class="figures">
        ${figure('messages sent', messages.filter((m) => m.state === 'sent').length)}
        ${figure('withdrawn or withheld', messages.filter((m) => m.state.startsWith('with')).length)}
        ${figure('invocations', host.invocations.length)} ${figure('calls', calls)}
        ${figure('Jira and Confluence points', host.totals.points)}
        ${figure('events given up', host.deadLetters.length)}
        ${figure('calls that nothing models', site.unmodelled.length)}
      </dl>
      <h2>Sent last, and why</h2>
      ${
        messages.length === 0
          ? html`<p class="faint">Nothing yet. Try "Next day".</p>`
          : html`${messageTable(door, messages.slice(0, SHOWN_MESSAGES))}
              <p><a href="/docket/ledger">All ${count(messages.length, 'message')}</a></p>`
      }
      <h2>Confluence</h2>
      <div class="cards">
        ${spaces.map(
          (space) =>
            html`<article class="card">
              <h3>
                <a href="/wiki/spaces/${space.key}">${space.name}</a> <span class="faint">${space.key}</span>
              </h3>
              <span class="faint">${count(state.pages.where('space', space.id).length, 'page')}</span>
            </article>`,
        )}
      </div>
      ${
        pages.length === 0
          ? ''
          : html`<h3>Published by Docket</h3>
              <ul class="plain">
                ${pages.map(
                  ({ page, space }) =>
                    html`<li>
                      <a href="${pagePath(space, page)}">${page.title}</a>
                      ${lozenge(`v${page.version.number}`)}
                      <span class="faint">${timeTag(page.version.created, visit.viewer.timeZone)}</span>
                    </li>`,
                )}
              </ul>`
      }`,
  );
}
