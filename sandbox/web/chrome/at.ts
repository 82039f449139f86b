import type { Project, Space } from '../../site/entities';

/** Where the reader is, for the bar and the list on the left. */
export type At =
  | {
      readonly in: 'site';
      readonly page: 'start' | 'issues' | 'ledger' | 'invocations' | 'faults' | 'admin' | 'none';
    }
  | { readonly in: 'project'; readonly project: Project; readonly page: 'issues' | 'docket' | 'settings' }
  | { readonly in: 'space'; readonly space: Space; readonly page: 'space' };
