/**
 * One customer's site as plain data: what the bench puts on the sandbox's site, and what the floor is computed from.
 * Instants are epoch milliseconds, dates `YYYY-MM-DD`.
 */
export interface TenantPerson {
  readonly accountId: string;
  readonly name: string;
  readonly zone: string;
  readonly active: boolean;
}

export interface TenantProject {
  readonly id: string;
  readonly key: string;
  readonly leadId: string;
  readonly sponsorId: string | null;
  /** Account ids of the team, the lead among them. */
  readonly team: readonly string[];
}

/** An issue as it stands when the week begins. */
export interface TenantItem {
  readonly projectKey: string;
  /** The number in its key. */
  readonly number: number;
  readonly ownerId: string | null;
  readonly dueDate: string | null;
  readonly created: number;
  /** When it was done; `null` for an open one. */
  readonly doneAt: number | null;
}

/** What a person does to an issue during the week, through Jira's REST interface. */
export type TenantChange = {
  readonly at: number;
  /** Who does it; active, and of the project's team. */
  readonly by: string;
  readonly projectKey: string;
  readonly number: number;
} & (
  | { readonly do: 'resolve' }
  | { readonly do: 'move'; readonly dueDate: string }
  | { readonly do: 'assign'; readonly ownerId: string }
  | { readonly do: 'create'; readonly ownerId: string | null; readonly dueDate: string }
);

export interface Tenant {
  /** When Docket is switched on and the week begins: a Monday, 00:00 UTC. */
  readonly start: number;
  readonly days: number;
  readonly people: readonly TenantPerson[];
  readonly projects: readonly TenantProject[];
  /** Every issue, the same ones in the same order each time; made as they are asked for, since they are many. */
  items(): Iterable<TenantItem>;
  /** In order of time. */
  readonly changes: readonly TenantChange[];
}

export const keyOf = ({ projectKey, number }: Pick<TenantItem, 'projectKey' | 'number'>): string =>
  `${projectKey}-${number}`;
