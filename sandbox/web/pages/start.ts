import { html } from 'hono/html';
import { hasInProject } from '../../site/access';
import { canViewPage } from '../../site/confluence/access';
import type { Page, Project, Space } from '../../site/entities';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { mayKnow, readLedger } from '../messages';
import { avatar, count, dateOf, lozenge, person, timeTag } from '../parts';
import { rightsOf, roleOf } from '../roles';
import { walksOf, type Walk } from '../walks';
import { messageTable } from './message-table';
import { pagePath } from './wiki';

const SHOWN_MESSAGES = 6;
const SHOWN_PAGES = 6;

const figure = (name: string, value: number): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value.toLocaleString('en-GB')}</dd>
  </div>`;

/** Looks as somebody else and opens the page where the walk begins. */
const walkCard = ({ sandbox: { state } }: Door, { title, user, path, what }: Walk): Html =>
  html`<form class="card walk" method="post" action="/viewer">
    <input type="hidden" name="accountId" value="${user.accountId}" />
    <input type="hidden" name="back" value="${path}" />
    <p class="person">${avatar(user)} <span>${user.displayName}, ${roleOf(state, user)}</span></p>
    <h3>${title}</h3>
    <p>${what}</p>
    <button class="primary" aria-label="Start: ${title}">Start</button>
  </form>`;

function projectCard(door: Door, visit: Visit, project: Project): Html {
  const { state, clock } = door.sandbox;
  const today = dateOf(clock.now(), visit.viewer.timeZone);
  const open = state.issues
    .where('project', project.id)
    .filter((issue) => state.statuses.get(issue.statusId)?.category !== 'done');
  const late = open.filter((issue) => issue.dueDate !== null && issue.dueDate < today);
  const base = `/projects/${project.key}`;
  return html`<article class="card">
    <h3><a href="${base}/docket">${project.name}</a> <span class="faint">${project.key}</span></h3>
    ${person(state, project.leadAccountId, 'No lead')}
    <p>${count(open.length, 'open issue')}, <span class="overdue">${late.length} overdue</span></p>
  </article>`;
}

/** Pages that the app has written, newest change first. */
function appPages({ sandbox: { state } }: Door, visit: Visit): { page: Page; space: Space }[] {
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

function publishedList(door: Door, visit: Visit): Html {
  const pages = appPages(door, visit);
  return pages.length === 0
    ? html``
    : html`<h2>Written by Docket in Confluence</h2>
        <ul class="plain">
          ${pages.map(
            ({ page, space }) =>
              html`<li>
                <a href="${pagePath(space, page)}">${page.title}</a> ${lozenge(`v${page.version.number}`)}
                <span class="faint">${timeTag(page.version.created, visit.viewer.timeZone)}</span>
              </li>`,
          )}
        </ul>`;
}

/** Where a newcomer begins: what this is, ways to try it, and what Docket has done so far. */
export function startPage(door: Door, visit: Visit): Html {
  const { state, host } = door.sandbox;
  const { viewer } = visit;
  const projects = [...state.projects.all()].filter((p) => hasInProject(viewer, p, 'BROWSE_PROJECTS'));
  const messages = readLedger(host).messages.filter((message) => mayKnow(state, viewer, message));
  const walks = walksOf(door);
  const sent = messages.filter((message) => message.state === 'sent').length;
  return layout(
    door,
    visit,
    { title: 'Start here', at: { in: 'site', page: 'start' } },
    html`<h1>Docket, at work on a local Atlassian site</h1>
      <p class="lead">
        Docket reminds people before their dates slip, escalates when they do, keeps the registers, and drafts
        the weekly report. Jira and Confluence around it are local and full of invented people; nothing leaves
        this machine. Time stands still until you move the clock at the bottom.
      </p>
      ${
        walks.length === 0
          ? ''
          : html`<h2>Try it</h2>
              <p class="faint">
                Each of these makes you look as somebody, and opens the page where it begins.
              </p>
              <div class="cards">${walks.map((walk) => walkCard(door, walk))}</div>`
      }
      <h2>You look as ${viewer.displayName}, ${roleOf(state, viewer)}</h2>
      <p>
        ${rightsOf(state, viewer).join(' ')} Somebody else is chosen at the top right; what you may see and do
        changes at once.
      </p>
      <div class="cards">${projects.map((project) => projectCard(door, visit, project))}</div>
      <h2>What Docket has done so far</h2>
      <dl class="figures">
        ${figure('messages sent', sent)}
        ${figure('withdrawn or withheld', messages.filter((m) => m.state.startsWith('with')).length)}
        ${figure('runs of its functions', host.invocations.length)}
        ${figure('Jira and Confluence points', host.totals.points)}
      </dl>
      ${
        messages.length === 0
          ? html`<p class="faint">No message yet. Move the clock to the next working morning.</p>`
          : html`<h3>The last messages, and why they were sent</h3>
              ${messageTable(door, messages.slice(0, SHOWN_MESSAGES))}
              <p><a href="/docket/ledger">All ${count(messages.length, 'message')}</a></p>`
      }
      ${publishedList(door, visit)}`,
  );
}
