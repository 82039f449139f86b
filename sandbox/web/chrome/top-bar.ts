import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import { avatar } from '../parts';
import { groupsOf, roleOf } from '../roles';
import type { Theme } from '../theme';
import { visibleUsers } from '../viewer';

const OTHER: Readonly<Record<Theme, Theme>> = { light: 'dark', dark: 'light' };

const themeSwitch = ({ theme }: Visit, back: string): Html =>
  html`<form method="post" action="/theme">
    <input type="hidden" name="back" value="${back}" />
    <button class="icon" name="theme" value="${OTHER[theme]}" aria-label="Switch to ${OTHER[theme]} colours">
      <span aria-hidden="true">${theme === 'light' ? '☾' : '☀'}</span>
    </button>
  </form>`;

/** Everybody who can log in, with what they do; to choose somebody is to look as them. */
function userSwitch({ sandbox: { state } }: Door, { viewer }: Visit, back: string): Html {
  const option = (accountId: string, text: string): Html =>
    accountId === viewer.accountId
      ? html`<option value="${accountId}" selected>${text}</option>`
      : html`<option value="${accountId}">${text}</option>`;
  return html`<form class="user" method="post" action="/viewer">
    <input type="hidden" name="back" value="${back}" />
    <label for="viewer">Look as</label>
    ${avatar(viewer)}
    <select id="viewer" name="accountId" data-submit>
      ${groupsOf(state, visibleUsers(state)).map(
        ({ name, users }) =>
          html`<optgroup label="${name}">
            ${users.map((user) => option(user.accountId, `${user.displayName}, ${roleOf(state, user)}`))}
          </optgroup>`,
      )}
    </select>
    <noscript><button>Switch</button></noscript>
  </form>`;
}

/** The product's bar on top: brand, search, colours, who looks. */
export function topBar(door: Door, visit: Visit): Html {
  const back = visit.url.pathname + visit.url.search;
  return html`<header class="top">
    <button class="icon menu" type="button" aria-expanded="false" aria-controls="side" data-toggle="side">
      <span aria-hidden="true">☰</span><span class="hidden">Menu</span>
    </button>
    <a class="brand" href="/">
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="5" class="mark" />
        <path d="M6 12.5l4 4 8-9" class="tick" />
      </svg>
      Docket sandbox
    </a>
    <form class="find" action="/issues/" role="search">
      <input
        type="search"
        name="jql"
        placeholder="Search issues with JQL"
        aria-label="Search issues with JQL"
      />
    </form>
    ${themeSwitch(visit, back)} ${userSwitch(door, visit, back)}
  </header>`;
}
