import { ISSUE_TYPES, PRIORITIES, RESOLUTIONS, seedBasics, STATUSES } from '../../sandbox/seed/basics';
import type { Issue } from '../../sandbox/site/entities';
import type { SiteState } from '../../sandbox/site/state';
import { keyOf, type Tenant, type TenantItem } from './types';

/** Shared by all rows, which nobody changes in place: eighty thousand empty lists would be megabytes of nothing. */
const NONE: readonly string[] = [];
const NO_PROPERTIES: Readonly<Record<string, unknown>> = {};
const TYPE_IDS: readonly string[] = Object.values(ISSUE_TYPES).map(({ id }) => id);
const SUMMARIES = ['Settle the interface', 'Prepare the cut-over', 'Renew the contract', 'Test the restore'];

/** Puts the tenant's people, projects and issues on an empty site, as they stand when the week begins. */
export function seedTenant(state: SiteState, tenant: Tenant): void {
  seedBasics(state);
  tenant.people.forEach(({ accountId, name, zone, active }, i) =>
    state.users.put({
      id: accountId,
      accountId,
      displayName: name,
      emailAddress: `person${i + 1}@example.com`,
      timeZone: zone,
      locale: 'en-US',
      active,
      accountType: 'atlassian',
      siteAdmin: i === 0,
    }),
  );
  for (const { id, key, leadId } of tenant.projects)
    state.projects.put({
      id,
      key,
      name: `Project ${key}`,
      description: '',
      leadAccountId: leadId,
      projectTypeKey: 'software',
      everyone: 'member',
      roles: { [leadId]: 'admin' },
      appAccess: true,
      issueTypeIds: TYPE_IDS,
      properties: NO_PROPERTIES,
    });
  state.reserveIds(Math.max(...tenant.projects.map(({ id }) => Number(id))));
  const projectIds = new Map(tenant.projects.map(({ id, key }) => [key, id]));
  for (const item of tenant.items())
    state.issues.put(issueOf(item, state.nextId(), projectIds.get(item.projectKey) ?? ''));
}

/** A row of the site for an issue of a tenant. */
export function issueOf(item: TenantItem, id: string, projectId: string): Issue {
  const { number, ownerId, dueDate, created, doneAt } = item;
  const open = number % 3 === 0 ? STATUSES.inProgress : STATUSES.toDo;
  return {
    id,
    key: keyOf(item),
    projectId,
    issueTypeId: ISSUE_TYPES.task.id,
    summary: SUMMARIES[number % SUMMARIES.length] as string,
    description: null,
    statusId: (doneAt === null ? open : STATUSES.done).id,
    priorityId: PRIORITIES.medium.id,
    resolutionId: doneAt === null ? null : RESOLUTIONS.done.id,
    assigneeId: ownerId,
    reporterId: ownerId,
    creatorId: ownerId,
    parentId: null,
    labels: NONE,
    componentIds: NONE,
    fixVersionIds: NONE,
    affectedVersionIds: NONE,
    securityLevelId: null,
    dueDate,
    created,
    updated: doneAt ?? created,
    resolved: doneAt,
    statusChanged: doneAt ?? created,
    properties: NO_PROPERTIES,
  };
}
