import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { html } from 'hono/html';
import type { StatusCategory, User } from '../site/entities';
import type { SiteState } from '../site/state';
import type { Html } from './door';

/** `Mon 16 Jul 2012, 09:00` on the clock of `timeZone`. */
export const instant = (at: number, timeZone: string): string =>
  format(at, 'EEE d MMM yyyy, HH:mm', { in: tz(timeZone) });

/** `16 Jul 2012` for a `YYYY-MM-DD`. */
export const day = (date: string): string => format(date, 'd MMM yyyy', { in: tz('UTC') });

/** The local date of an instant, `YYYY-MM-DD`. */
export const dateOf = (at: number, timeZone: string): string =>
  format(at, 'yyyy-MM-dd', { in: tz(timeZone) });

export const timeTag = (at: number, timeZone: string): Html =>
  html`<time datetime="${new Date(at).toISOString()}" title="${new Date(at).toISOString()}"
    >${instant(at, timeZone)}</time
  >`;

export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'danger';

export const lozenge = (text: string, tone: Tone = 'neutral'): Html =>
  html`<span class="lozenge ${tone}">${text}</span>`;

const TONE_OF: Readonly<Record<StatusCategory, Tone>> = {
  new: 'neutral',
  indeterminate: 'progress',
  done: 'success',
};

export function statusLozenge(state: SiteState, statusId: string): Html {
  const status = state.statuses.get(statusId);
  return lozenge(status?.name ?? statusId, status ? TONE_OF[status.category] : 'neutral');
}

/** Up to two letters, for a face that nobody drew. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((_word, i, words) => i === 0 || i === words.length - 1)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');

const TONES = 5;
const toneOf = (id: string): number => [...id].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % TONES;

export function avatar(user: User | undefined): Html {
  if (!user) return html`<span class="avatar nobody" aria-hidden="true">?</span>`;
  const kind = user.accountType === 'app' ? 'app' : `tone${toneOf(user.accountId)}`;
  return html`<span class="avatar ${kind}" aria-hidden="true">${initials(user.displayName)}</span>`;
}

export function person(state: SiteState, accountId: string | null, none = 'Unassigned'): Html {
  const user = accountId === null ? undefined : state.users.get(accountId);
  const name = user ? user.displayName + (user.active ? '' : ' (inactive)') : (accountId ?? none);
  return html`<span class="person">${avatar(user)}<span>${name}</span></span>`;
}

/** The name to show for an account: its own words where the site does not know it. */
export const nameOf =
  (state: SiteState) =>
  (accountId: string): string =>
    state.users.get(accountId)?.displayName ?? accountId;

/** `1 message`, `2 messages`; a plural of its own is given. */
export const count = (number: number, noun: string, nouns = `${noun}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? noun : nouns}`;
