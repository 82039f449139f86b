import type { Deps } from '../compose';
import { AppError, isAppError } from '../errors';
import type { ProjectFacts } from '../ports/issues';
import { say } from '../words';

/**
 * The project that a macro names, if the person who is present may browse it: Jira itself answers that. Whether it
 * exists is not told to who may not.
 *
 * @throws AppError BAD_INPUT where none is named, FORBIDDEN
 */
export async function macroProject(deps: Pick<Deps, 'user'>, projectKey: string): Promise<ProjectFacts> {
  if (projectKey === '') throw new AppError('BAD_INPUT', say('problem.macroWithoutProject'));
  try {
    return await deps.user.issues.project(projectKey);
  } catch (error) {
    if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN')) throw error;
    throw new AppError('FORBIDDEN', say('problem.noSuchProject', { key: projectKey }), {
      cause: error,
    });
  }
}
