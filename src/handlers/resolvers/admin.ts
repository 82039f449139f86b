import { admin as contract } from '../../contract';
import { AppError } from '../../errors';
import { readHealth } from '../../usecases/read-health';
import { defineAnswer } from '../resolver';

export const admin = [
  defineAnswer(contract.read, async (deps) => {
    if (!(await deps.user.access.can('ADMINISTER'))) {
      throw new AppError('FORBIDDEN', 'Only people who administer Jira may see the health of Docket.');
    }
    const health = await readHealth({ projects: deps.projects, runs: deps.runs, issues: deps.app.issues });
    return { ...health, confluence: await deps.app.confluence.isThere() };
  }),
];
