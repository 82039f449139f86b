import { type Commitment, isEnded } from '../../domain/commitments';
import { AppError } from '../../errors';
import type { Issues } from '../../ports/issues';
import type { TaskSource as Tasks } from '../../ports/tasks';
import { AskedSource } from '../follow-up/asked-source';
import type { FollowUpDeps } from '../follow-up/deps';
import { IssueSource } from '../follow-up/issue-source';
import type { Source } from '../follow-up/source';
import { TaskSource } from '../follow-up/task-source';
import { say } from '../../words';
import type { Ground } from './ground';

export interface ItemDeps extends FollowUpDeps {
  /** Both with the rights of the person who is present. */
  readonly visible: Issues;
  readonly visibleTasks: Tasks;
}

/** The source that such a commitment comes from, read as `deps` reads. @throws AppError NOT_FOUND */
export function sourceOf(deps: FollowUpDeps, { world }: Ground, commitmentId: string): Source {
  const sources: readonly Source[] = [
    new IssueSource(deps, world, null),
    new AskedSource(deps, { ...deps, pages: deps.tasks }, world),
    new TaskSource(deps, world),
  ];
  const source = sources.find((one) => one.owns(commitmentId));
  if (!source) throw new AppError('NOT_FOUND', say('problem.noCommitment'));
  return source;
}

/** The same as the person who is present sees it. */
export const visibleSource = (deps: ItemDeps, ground: Ground, commitmentId: string): Source =>
  sourceOf({ ...deps, issues: deps.visible, tasks: deps.visibleTasks }, ground, commitmentId);

/**
 * One commitment of the project as it stands now, with the date that counts.
 *
 * @throws AppError NOT_FOUND where it is gone, out of sight or in another project; BAD_INPUT where nobody owes it any more
 */
export async function readItem(
  source: Source,
  { project }: Ground,
  commitmentId: string,
): Promise<Commitment> {
  const found = (await source.live(project, [commitmentId])).get(commitmentId);
  if (found && isEnded(found)) throw new AppError('BAD_INPUT', found.ended);
  if (found?.projectId !== project.config.projectId) throw new AppError('NOT_FOUND', say('problem.itemGone'));
  const { dueDate, ...item } = project.context.effective(found);
  if (dueDate === null) throw new AppError('BAD_INPUT', say('problem.dateGone'));
  if (item.done) throw new AppError('BAD_INPUT', say('problem.itemDone'));
  return { ...item, dueDate };
}
