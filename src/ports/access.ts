import type { Person } from '../domain/commitments';

/** Permissions of Jira that Docket asks for, by Jira's own keys. */
export type Permission = 'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'ADMINISTER_PROJECTS' | 'ADMINISTER';

/** What the person who is present may do; hiding a button is not a permission. */
export interface Access {
  can(permission: Permission, projectId?: string): Promise<boolean>;
}

/** Projects as the person who is present sees them. */
export interface Projects {
  /** Those of these that they may browse, by id: one question to Jira for each fifty of them. */
  among(
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly key: string; readonly name: string }>>;
  /** At most ten whose key or name has the text in it. */
  find(
    query: string,
  ): Promise<readonly { readonly id: string; readonly key: string; readonly name: string }[]>;
}

/** Colleagues, read when they are shown and never stored. */
export interface People {
  /** Display names by account id; who cannot be found is absent. */
  names(accountIds: readonly string[]): Promise<Record<string, string>>;
  /** At most ten people who may be assigned issues of the project. */
  find(projectKey: string, query: string): Promise<Person[]>;
  /** At most ten people of the whole site. */
  search(query: string): Promise<Person[]>;
}
