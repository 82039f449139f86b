import type { SandboxClock } from '../clock';
import type * as E from './entities';
import type { IndexedProperty } from './jira/jql/types';
import { createTable, type Row, type Table } from './store';

/** Everything a site remembers. One object, so that a snapshot, a reset and a seed have one place to look. */
export interface SiteState {
  readonly clock: SandboxClock;
  readonly baseUrl: string;
  readonly cloudId: string;
  readonly users: Table<E.User>;
  /** API tokens for Basic authentication over HTTP, by token. Any seeded user may use any of them. */
  readonly apiTokens: Set<string>;
  readonly projects: Table<E.Project>;
  readonly issueTypes: Table<E.IssueType>;
  readonly statuses: Table<E.Status>;
  readonly priorities: Table<E.Named>;
  readonly resolutions: Table<E.Named>;
  readonly components: Table<E.Component>;
  readonly versions: Table<E.Version>;
  readonly securityLevels: Table<E.SecurityLevel>;
  readonly customFields: Table<E.CustomField>;
  readonly issues: Table<E.Issue>;
  readonly comments: Table<E.IssueComment>;
  readonly linkTypes: Table<E.IssueLinkType>;
  readonly links: Table<E.IssueLink>;
  readonly changes: Table<E.Change>;
  readonly spaces: Table<E.Space>;
  readonly pages: Table<E.Page>;
  readonly attachments: Table<E.Attachment>;
  readonly tasks: Table<E.InlineTask>;
  readonly footerComments: Table<E.FooterComment>;
  /** Entity properties that JQL can search, as the installed app's manifest declares them. */
  indexedProperties: readonly IndexedProperty[];
  /** The installed app's own account, or `null` before installation. */
  appAccountId: string | null;
  /** False where the customer has no Confluence: every call to it fails as it would there. */
  confluenceInstalled: boolean;
  /** Accounts that their people, or Atlassian, have closed for good. */
  readonly closedAccounts: Set<string>;
  /** What the platform says of the app's licence: nothing where it runs in a development environment. */
  licence: 'none' | 'active' | 'inactive';
  /** A fresh numeric id, unique over all tables; `above` moves the counter past imported ids. */
  nextId(): string;
  reserveIds(above: number): void;
  /** Product events, in order, for the host to deliver. */
  emit(event: ProductEvent): void;
  onEvent(listener: (event: ProductEvent) => void): () => void;
}

/** A product event as the platform names it, for example `avi:jira:updated:issue`. */
export interface ProductEvent {
  readonly eventType: string;
  /** Account that caused it; the host derives `selfGenerated` from it. */
  readonly actorId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export function createState(clock: SandboxClock, baseUrl = 'https://docket.example.net'): SiteState {
  let lastId = 10_000;
  const listeners = new Set<(event: ProductEvent) => void>();
  const table = <T extends Row>(
    name: string,
    indexes?: Record<string, (row: T) => string | readonly string[] | null | undefined>,
  ): Table<T> => createTable<T>(name, indexes);
  return {
    clock,
    baseUrl,
    cloudId: '5a5f3f3e-0d0c-4e7a-9d53-d0c4e7000001',
    users: table<E.User>('users', { email: (u) => u.emailAddress.toLowerCase() }),
    apiTokens: new Set(),
    projects: table<E.Project>('projects', { key: (p) => p.key.toUpperCase() }),
    issueTypes: table<E.IssueType>('issueTypes'),
    statuses: table<E.Status>('statuses'),
    priorities: table<E.Named>('priorities'),
    resolutions: table<E.Named>('resolutions'),
    components: table<E.Component>('components', { project: (c) => c.projectId }),
    versions: table<E.Version>('versions', { project: (v) => v.projectId }),
    securityLevels: table<E.SecurityLevel>('securityLevels'),
    customFields: table<E.CustomField>('customFields'),
    issues: table<E.Issue>('issues', {
      key: (i) => i.key.toUpperCase(),
      project: (i) => i.projectId,
      dueDate: (i) => i.dueDate,
      parent: (i) => i.parentId,
    }),
    comments: table<E.IssueComment>('comments', { issue: (c) => c.issueId }),
    linkTypes: table<E.IssueLinkType>('linkTypes'),
    links: table<E.IssueLink>('links', { issue: (l) => [l.inwardIssueId, l.outwardIssueId] }),
    changes: table<E.Change>('changes', { issue: (c) => c.issueId }),
    spaces: table<E.Space>('spaces', { key: (s) => s.key }),
    pages: table<E.Page>('pages', { space: (p) => p.spaceId, parent: (p) => p.parentId }),
    attachments: table<E.Attachment>('attachments', { page: (a) => a.pageId }),
    tasks: table<E.InlineTask>('tasks', { page: (t) => t.pageId, space: (t) => t.spaceId }),
    footerComments: table<E.FooterComment>('footerComments', { page: (c) => c.pageId }),
    indexedProperties: [],
    appAccountId: null,
    confluenceInstalled: true,
    closedAccounts: new Set(),
    licence: 'none',
    nextId: () => String(++lastId),
    reserveIds(above) {
      lastId = Math.max(lastId, above);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
