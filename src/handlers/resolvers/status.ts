import type { Deps } from '../../compose';
import { status as contract } from '../../contract';
import { AppError, isAppError } from '../../errors';
import { readCourse } from '../../usecases/reports/read-status';
import { defineAnswer } from '../resolver';

/** The project, if the person who is present may browse it: Jira itself answers that. */
const visibleProject = (deps: Deps, idOrKey: string) => deps.user.issues.project(idOrKey);

export const status = [
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
];
