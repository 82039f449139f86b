import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { User } from '../site/entities';
import type { SiteState } from '../site/state';

const COOKIE = 'docket_viewer';

/** People who can log in, by name. */
export const visibleUsers = (state: SiteState): User[] =>
  [...state.users.all()]
    .filter((user) => user.active && user.accountType === 'atlassian')
    .sort((a, b) => a.displayName.localeCompare(b.displayName));

/**
 * Who looks: the cookie's user, else a site admin, else the first lead, else the first person. This is a switch on a
 * sandbox and no login: it decides whose permissions the page is drawn with.
 *
 * @throws Error where the site has nobody to look with.
 */
export function viewerOf(context: Context, state: SiteState): User {
  const users = visibleUsers(state);
  const chosen = getCookie(context, COOKIE);
  const leads = new Set([...state.projects.all()].map((project) => project.leadAccountId));
  const viewer =
    users.find((user) => user.accountId === chosen) ??
    users.find((user) => user.siteAdmin) ??
    users.find((user) => leads.has(user.accountId)) ??
    users[0];
  if (!viewer) throw new Error('The site has no active user to look with.');
  return viewer;
}

/** @returns whether the site knows the account; the cookie is set only then. */
export function switchViewer(context: Context, state: SiteState, accountId: string): boolean {
  if (!visibleUsers(state).some((user) => user.accountId === accountId)) return false;
  setCookie(context, COOKIE, accountId, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return true;
}

const MOVED = 'docket_moved';
const MOVED_SECONDS = 60;

/** The next page tells what came of the clock's step. */
export function noteMoved(context: Context): void {
  setCookie(context, MOVED, '1', { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: MOVED_SECONDS });
}

/** Whether the reader comes from a step of the clock; true once. */
export function hasJustMoved(context: Context): boolean {
  if (getCookie(context, MOVED) === undefined) return false;
  deleteCookie(context, MOVED, { path: '/' });
  return true;
}
