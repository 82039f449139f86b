import { html } from 'hono/html';
import { hasInProject } from '../site/access';
import type { Project, Space } from '../site/entities';
import type { Door, Html, Visit } from './door';
import { instant } from './parts';
import { SHEETS_ON, type Theme } from './theme';
import { visibleUsers } from './viewer';

/** Where the reader is, for the bar and the list on the left. */
export type At =
  | {
      readonly in: 'site';
      readonly page: 'overview' | 'issues' | 'ledger' | 'invocations' | 'faults' | 'admin';
    }
  | { readonly in: 'project'; readonly project: Project; readonly page: 'issues' | 'docket' | 'settings' }
  | { readonly in: 'space'; readonly space: Space; readonly page: 'space' };

export interface PageOptions {
  readonly title: string;
  readonly at: At;
  /** Where the app's own router starts, for a page that an app module fills. */
  readonly appBase?: string;
}

const link = (href: string, text: string, isHere: boolean): Html =>
  isHere ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;

const OTHER: Readonly<Record<Theme, Theme>> = { light: 'dark', dark: 'light' };

const themeSwitch = ({ theme }: Visit, back: string): Html =>
  html`<form method="post" action="/theme">
    <input type="hidden" name="back" value="${back}" />
    <button name="theme" value="${OTHER[theme]}" aria-label="Switch to ${OTHER[theme]} colours">
      <span aria-hidden="true">${theme === 'light' ? '☾' : '☀'}</span>
    </button>
  </form>`;

function bar(door: Door, visit: Visit, at: At): Html {
  const { state, clock } = door.sandbox;
  const is = (page: string) => at.in === 'site' && at.page === page;
  const back = visit.url.pathname + visit.url.search;
  const step = (to: string, text: string) =>
    html`<button name="to" value="${to}" aria-label="Next ${text}">${text}</button>`;
  return html`<header class="top">
    <a class="brand" href="/">
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="5" fill="#0c66e4" />
        <path d="M6 12.5l4 4 8-9" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" />
      </svg>
      Docket sandbox
    </a>
    <nav aria-label="Site">
      ${link('/', 'Overview', is('overview'))} ${link('/issues/', 'Issues', is('issues'))}
      ${link('/docket/ledger', 'Sent and why', is('ledger'))}
      ${link('/docket/invocations', 'Invocations', is('invocations'))}
      ${link('/docket/faults', 'Faults', is('faults'))}
      ${visit.viewer.siteAdmin ? link('/admin/docket', 'App admin', is('admin')) : ''}
    </nav>
    <form class="clock" method="post" action="/clock" data-busy>
      <time datetime="${new Date(clock.now()).toISOString()}">${instant(clock.now(), 'UTC')} UTC</time>
      <input type="hidden" name="back" value="${back}" />
      <span aria-hidden="true">next</span> ${step('hour', 'hour')} ${step('day', 'day')}
      ${step('monday', 'Monday')}
    </form>
    ${themeSwitch(visit, back)}
    <form method="post" action="/viewer">
      <input type="hidden" name="back" value="${back}" />
      <label for="viewer">as</label>
      <select id="viewer" name="accountId" data-submit>
        ${visibleUsers(state).map((user) =>
          user.accountId === visit.viewer.accountId
            ? html`<option value="${user.accountId}" selected>${user.displayName}</option>`
            : html`<option value="${user.accountId}">${user.displayName}</option>`,
        )}
      </select>
      <noscript><button>Switch</button></noscript>
    </form>
  </header>`;
}

function side(visit: Visit, at: At): Html {
  if (at.in === 'project') {
    const { key, name } = at.project;
    const base = `/projects/${key}`;
    return html`<nav class="side" aria-label="${name}">
      <div class="who"><span class="avatar square" aria-hidden="true">${key.slice(0, 2)}</span>${name}</div>
      ${link(base, 'Issues', at.page === 'issues')} ${link(`${base}/docket`, 'Docket', at.page === 'docket')}
      ${
        hasInProject(visit.viewer, at.project, 'ADMINISTER_PROJECTS')
          ? link(`${base}/settings/docket`, 'Project settings', at.page === 'settings')
          : ''
      }
    </nav>`;
  }
  if (at.in === 'space') {
    const { key, name } = at.space;
    return html`<nav class="side" aria-label="${name}">
      <div class="who"><span class="avatar square" aria-hidden="true">${key.slice(0, 2)}</span>${name}</div>
      ${link(`/wiki/spaces/${key}`, 'Pages', at.page === 'space')}
    </nav>`;
  }
  return html``;
}

/** The whole document around one page's content. Every value is escaped by `html`. */
export function layout(door: Door, visit: Visit, options: PageOptions, content: Html): Html {
  const { title, at, appBase = '' } = options;
  return html`<!doctype html>
    <html lang="en" data-color-mode="${visit.theme}" data-theme="${SHEETS_ON}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Docket sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/tokens.css" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/front.js" defer></script>
      </head>
      <body data-app-origin="${visit.appOrigin}" data-app-base="${appBase}">
        <a class="skip" href="#content">Skip to content</a>
        ${bar(door, visit, at)}
        <div class="frame ${at.in === 'site' ? 'wide' : ''}">
          ${side(visit, at)}
          <main id="content">
            ${content}
            <footer class="faint">
              Times are those of ${visit.viewer.displayName} in ${visit.viewer.timeZone}, unless they say
              otherwise.
            </footer>
          </main>
        </div>
        <div class="flags" aria-live="polite"></div>
      </body>
    </html>`;
}
