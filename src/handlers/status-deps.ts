import type { Deps } from '../compose';
import type { PublishDeps } from '../usecases/publish-status';
import { registersOf } from '../usecases/registers/register-of';

/** Jira reads times in JQL in the zone of the account that asks; the app's own account lives in UTC. */
const APP_ZONE = 'UTC';

/** Publishing is done by Docket's own account, whoever asked for it. */
export function publishDeps({
  projects,
  memories,
  holidays,
  plans,
  registerSettings,
  app,
}: Deps): PublishDeps {
  return {
    projects,
    memories,
    holidays,
    plans,
    registers: (projectId) => registersOf(registerSettings, projectId),
    issues: app.issues,
    facts: app.facts,
    confluence: app.confluence,
    jqlZone: APP_ZONE,
  };
}
