import type { Deps } from '../compose';
import { AppError } from '../errors';

/** @throws AppError FORBIDDEN where the person who is present does not administer the project. */
export async function mayAdminister({ user }: Pick<Deps, 'user'>, projectId: string): Promise<void> {
  if (await user.access.can('ADMINISTER_PROJECTS', projectId)) return;
  throw new AppError(
    'FORBIDDEN',
    'Only people who administer this project may see and change these settings.',
  );
}
