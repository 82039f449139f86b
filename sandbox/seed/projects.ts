import type { Component, Project, Version } from '../site/entities';
import type { SiteState } from '../site/state';
import { ISSUE_TYPES } from './basics';
import { PLANS, type Milestone, type ProjectPlan } from './catalogue';
import { dateAt } from './days';
import { SITE_ADMIN, accountIdOf, teamOf } from './people';

/** A project as the other parts of the seed need it: the plan, and the rows that came of it. */
export interface SeededProject {
  readonly plan: ProjectPlan;
  readonly project: Project;
  readonly components: readonly Component[];
  readonly versions: readonly Version[];
}

function rolesOf(plan: ProjectPlan): Project['roles'] {
  const team = teamOf(plan.key).map((name) => [accountIdOf(name), 'member'] as const);
  const sponsor = plan.sponsor ? [[accountIdOf(plan.sponsor), 'viewer'] as const] : [];
  return Object.fromEntries([
    ...team,
    ...sponsor,
    [accountIdOf(plan.lead), 'admin'],
    [accountIdOf(plan.coordinator), 'admin'],
    [accountIdOf(SITE_ADMIN), 'admin'],
  ]);
}

/** In words, since Jira keeps no history of a version's dates. */
function promiseOf(milestone: Milestone): string {
  return milestone.promised === undefined
    ? `Planned for ${dateAt(milestone.release)}.`
    : `First promised for ${dateAt(milestone.promised)}, moved to ${dateAt(milestone.release)}.`;
}

function seedProject(state: SiteState, plan: ProjectPlan): SeededProject {
  const id = state.nextId();
  const project: Project = {
    id,
    key: plan.key,
    name: plan.name,
    description: plan.description,
    leadAccountId: accountIdOf(plan.lead),
    projectTypeKey: 'software',
    everyone: plan.isPrivate ? null : 'member',
    roles: rolesOf(plan),
    appAccess: true,
    issueTypeIds: Object.values(ISSUE_TYPES).map((type) => type.id),
    properties: {},
  };
  const components = plan.areas.map(([name]) => ({ id: state.nextId(), name, projectId: id }));
  const versions = plan.milestones.map((milestone) => ({
    id: state.nextId(),
    name: milestone.name,
    projectId: id,
    description: promiseOf(milestone),
    archived: false,
    released: milestone.released ?? false,
    startDate: dateAt(milestone.start),
    releaseDate: dateAt(milestone.release),
  }));
  state.projects.put(project);
  for (const component of components) state.components.put(component);
  for (const version of versions) state.versions.put(version);
  return { plan, project, components, versions };
}

/** Puts the three projects with their components and versions in the site. */
export function seedProjects(state: SiteState): SeededProject[] {
  return PLANS.map((plan) => seedProject(state, plan));
}

/** Account ids of the seed's sponsors by project key, for whoever switches Docket on. */
export const SEED_SPONSORS: Readonly<Record<string, string>> = Object.fromEntries(
  PLANS.flatMap((plan) => (plan.sponsor ? [[plan.key, accountIdOf(plan.sponsor)]] : [])),
);
