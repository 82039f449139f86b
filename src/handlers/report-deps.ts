import type { Deps } from '../compose';
import type { ActDeps, Actor } from '../usecases/reports/act';
import { registersOf } from '../usecases/registers/register-of';
import type { Place } from './place';

/** Jira reads times in JQL in the zone of the account that asks; the app's own account lives in UTC. */
const APP_ZONE = 'UTC';

/** Reports are made by Docket's own account, whoever asked for it. */
export function reportDeps(deps: Deps): ActDeps {
  const { issues, facts, confluence, comments } = deps.app;
  return {
    ...deps,
    issues,
    facts,
    confluence,
    comments,
    registers: (projectId) => registersOf(deps.registerSettings, projectId),
    jqlZone: APP_ZONE,
  };
}

/** Who is present. Jira is asked for their rights only where a rule depends on them. */
export const actorOf = ({ user }: Pick<Deps, 'user'>, { accountId, project }: Place): Actor => ({
  accountId,
  administers: () => user.access.can('ADMINISTER_PROJECTS', project.id),
});
