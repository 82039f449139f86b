import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import type { User } from '../entities';
import type { SiteError } from '../operation';
import { type OperationContext, jiraError } from '../operation';
import type { SiteState } from '../state';

/** For whom an entity is written down: privacy of mail addresses and local dates depend on it. */
export interface View {
  readonly state: SiteState;
  readonly now: number;
  /** `null` for product events, which nobody in particular reads. */
  readonly viewer: User | null;
  readonly viaApp: boolean;
}

/** The part of a request that every Jira helper needs. */
export type Request = Pick<OperationContext<unknown, unknown>, 'state' | 'caller' | 'now'>;

export const viewOf = ({ state, caller, now }: Request): View => ({
  state,
  now,
  viewer: caller.user,
  viaApp: caller.scopes !== null,
});

export const eventView = (state: SiteState): View => ({
  state,
  now: state.clock.now(),
  viewer: null,
  viaApp: true,
});

/** `2026-07-21T10:11:12.000+0000`: Jira writes the offset without a colon. */
export const jiraDateTime = (instant: number): string =>
  new Date(instant).toISOString().replace('Z', '+0000');

/** The date at `instant` in a zone, `YYYY-MM-DD`. */
export const localDate = (instant: number, zone: string): string =>
  format(instant, 'yyyy-MM-dd', { in: tz(zone) });

export const selfOf = (state: SiteState, path: string): string => `${state.baseUrl}/rest/api/3/${path}`;

/** Leaves out what is `undefined`, as JSON would, so that shapes can be compared before they are serialised. */
export const present = <T extends Record<string, unknown>>(shape: T): T =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as T;

/** A refusal of something that Jira can do and this site does not model: it must never look like success. */
export const notModelled = (what: string): SiteError =>
  jiraError(501, `The sandbox does not model ${what}. Add it under sandbox/site/jira.`);

/** @throws SiteError 501 for an `expand` that the operation does not serve. */
export function expandOf(
  value: string | readonly string[] | undefined,
  known: readonly string[],
): ReadonlySet<string> {
  const parts = (typeof value === 'string' ? value.split(',') : (value ?? [])).filter((part) => part !== '');
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown !== undefined) throw notModelled(`expand=${unknown}`);
  return new Set(parts);
}
