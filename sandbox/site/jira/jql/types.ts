import type { Issue } from '../../entities';
import type { SiteState } from '../../state';

/** What a query needs from outside: who asks (for `currentUser()` and relative dates) and which properties are searchable. */
export interface JqlEnvironment {
  readonly state: SiteState;
  readonly accountId: string;
  /** The asking user's zone: `startOfDay()` and bare dates are read in it. */
  readonly timeZone: string;
  readonly now: number;
  /** Indexed entity properties, from the manifest; anything else in `issue.property[...]` finds nothing. */
  readonly indexedProperties: readonly IndexedProperty[];
}

export interface IndexedProperty {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly searchAlias?: string;
}

export interface CompiledJql {
  /** True where the issue matches. Permissions are not its business. */
  readonly matches: (issue: Issue) => boolean;
  /** Sort order; issue id, newest first, where the query names none. */
  readonly compare: (a: Issue, b: Issue) => number;
  /** A superset of the matching issues, cheap to get; the whole table where nothing narrows it. */
  readonly candidates: () => Iterable<Issue>;
  /** False for a query without any restriction, which search/jql refuses. */
  readonly bounded: boolean;
}
