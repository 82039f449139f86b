import type { Deps } from '../../compose';
import { admin as contract } from '../../contract';
import { SiteDefaultsShape } from '../../contract/admin';
import { AppError } from '../../errors';
import { readHealth } from '../../usecases/read-health';
import { saveDefaults, siteDefaults } from '../../usecases/site-defaults';
import { defineAnswer } from '../resolver';

async function mayAdminister({ user }: Deps): Promise<void> {
  if (await user.access.can('ADMINISTER')) return;
  throw new AppError('FORBIDDEN', 'Only people who administer Jira may see the health of Docket.');
}

export const admin = [
  defineAnswer(contract.read, async (deps) => {
    await mayAdminister(deps);
    const health = await readHealth({ projects: deps.projects, runs: deps.runs, issues: deps.app.issues });
    const hour = deps.clock.now().toISOString().slice(0, 13);
    const { pointsAnHour } = await siteDefaults(deps.defaults);
    return {
      ...health,
      points: { hour, used: await deps.progress.pointsUsed(hour), budget: pointsAnHour },
      confluence: await deps.app.confluence.isThere(),
    };
  }),
  defineAnswer(contract.readDefaults, async (deps) => {
    await mayAdminister(deps);
    return SiteDefaultsShape.parse(await siteDefaults(deps.defaults));
  }),
  defineAnswer(contract.saveDefaults, async (deps, request) => {
    await mayAdminister(deps);
    const { defaults, holidays, user } = deps;
    return SiteDefaultsShape.parse(await saveDefaults({ defaults, holidays, issues: user.issues }, request));
  }),
];
