import { isAppError } from '../../errors';
import { groundOf, switchedOn } from './ground';
import { type ItemDeps, readItem, visibleSource } from './item';
import { type CommitmentRow, rowsOf } from './rows';

/** One commitment as the person who is present sees it now; `null` where it is done, gone or asked no longer. */
export async function readOne(
  deps: ItemDeps,
  projectId: string,
  commitmentId: string,
): Promise<CommitmentRow | null> {
  const ground = await groundOf(deps, await switchedOn(deps, projectId));
  try {
    const item = await readItem(visibleSource(deps, ground, commitmentId), ground, commitmentId);
    return (await rowsOf(deps.ledger, ground.project, [item]))[0] ?? null;
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND', 'BAD_INPUT')) return null;
    throw error;
  }
}
