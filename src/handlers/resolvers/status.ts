import type { Deps } from '../../compose';
import { status as contract } from '../../contract';
import { AppError, isAppError } from '../../errors';
import { publishNow } from '../../usecases/reports/publish-now';
import { readCourse, readStatus } from '../../usecases/reports/read-status';
import { defineAnswer } from '../resolver';
import { actorOf, reportDeps } from '../report-deps';

/** The project, if the person who is present may browse it: Jira itself answers that. */
const visibleProject = (deps: Deps, idOrKey: string) => deps.user.issues.project(idOrKey);

export const status = [
  defineAnswer(contract.read, async (deps, _request, place) => ({
    status: await readStatus(deps, { project: await visibleProject(deps, place.project.id) }),
  })),
  defineAnswer(contract.macro, async (deps, _request, { configuredProjectKey }) => {
    if (configuredProjectKey === '')
      throw new AppError('BAD_INPUT', 'Choose a project in the settings of this macro.');
    try {
      const project = await visibleProject(deps, configuredProjectKey);
      return {
        ...(await readCourse(deps, { project })),
        now: deps.clock.now().toISOString(),
      };
    } catch (error) {
      if (!isAppError(error, 'NOT_FOUND')) throw error;
      throw new AppError('NOT_FOUND', `There is no project ${configuredProjectKey}, or you may not see it.`, {
        cause: error,
      });
    }
  }),
  defineAnswer(contract.publish, async (deps, _request, place) => {
    const asked = { projectId: place.project.id, label: null };
    const { outcome, project } = await publishNow(reportDeps(deps), asked, actorOf(deps, place));
    const status = await readStatus(deps, { project });
    if (!status) throw new AppError('INTERNAL', 'The report was published and cannot be read.');
    return { outcome, status };
  }),
];
