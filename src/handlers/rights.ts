import type { Deps } from '../compose';
import { AppError } from '../errors';
import { say } from '../words';

/** @throws AppError FORBIDDEN where the person who is present does not administer the project. */
export async function mayAdminister({ user }: Pick<Deps, 'user'>, projectId: string): Promise<void> {
  if (await user.access.can('ADMINISTER_PROJECTS', projectId)) return;
  throw new AppError('FORBIDDEN', say('problem.settingsForAdmins'));
}

/**
 * What Docket stores itself is guarded by nobody else: each reading of it asks what the person may browse.
 * @throws AppError FORBIDDEN
 */
export async function mayBrowse({ user }: Pick<Deps, 'user'>, projectId: string): Promise<void> {
  if (await user.access.can('BROWSE_PROJECTS', projectId)) return;
  throw new AppError('FORBIDDEN', say('problem.mayNotBrowse'));
}

/** @throws AppError FORBIDDEN where the person who is present may not edit the project's issues, and so not coordinate. */
export async function mayCoordinate({ user }: Pick<Deps, 'user'>, projectId: string): Promise<void> {
  if (await user.access.can('EDIT_ISSUES', projectId)) return;
  throw new AppError('FORBIDDEN', say('problem.editorsOnly'));
}
