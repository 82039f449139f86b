import type { Deps } from '../compose';
import type { ActDeps, Actor } from '../usecases/reports/act';
import { registersOf } from '../usecases/registers/register-of';
import type { Place } from './place';

/** Jira reads times in JQL in the zone of the account that asks; the app's own account lives in UTC. */
const APP_ZONE = 'UTC';

/** Reports are made by Docket's own account, whoever asked for it. */
export function reportDeps(deps: Deps): ActDeps {
  const {
    clock,
    ids,
    log,
    projects,
    reports,
    obligations,
    ledger,
    holidays,
    runs,
    queue,
    plans,
    copies,
    app,
  } = deps;
  return {
    clock,
    ids,
    log,
    projects,
    reports,
    obligations,
    ledger,
    holidays,
    runs,
    queue,
    plans,
    registers: (projectId) => registersOf(deps.registerSettings, projectId),
    issues: app.issues,
    facts: app.facts,
    copies,
    confluence: app.confluence,
    comments: app.comments,
    jqlZone: APP_ZONE,
  };
}

/** Who is present. Jira is asked for their rights only where a rule depends on them. */
export const actorOf = ({ user }: Pick<Deps, 'user'>, { accountId, project }: Place): Actor => ({
  accountId,
  administers: () => user.access.can('ADMINISTER_PROJECTS', project.id),
});
