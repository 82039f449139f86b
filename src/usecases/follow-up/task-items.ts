import { type Commitment, wasBacklog } from '../../domain/commitments';
import type { FoundTask } from '../../ports/tasks';
import type { FollowUpDeps } from './deps';
import type { People } from './people';
import type { TaskProject } from './task-asks';
import { commitmentOf } from './task-places';

/** A task with a date and an owner, as something that is owed. */
export interface OwedTask {
  readonly task: FoundTask;
  readonly commitment: Commitment;
}

/**
 * Those of these tasks that the project follows up: somebody owes them by a date, they stand in one of its spaces, and
 * they were not long late already when the project was switched on. Owners who are not known are read.
 */
export async function owedTasks(
  issues: FollowUpDeps['issues'],
  people: People,
  { project: { config, context }, spaceIds, treeSpaceIds }: TaskProject,
  tasks: readonly FoundTask[],
): Promise<OwedTask[]> {
  const spaces = new Set([...spaceIds, ...treeSpaceIds]);
  const owned = tasks.filter(({ ownerId, spaceId }) => ownerId !== null && spaces.has(spaceId));
  await people.look(
    issues,
    owned.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const since = new Date(config.switchedOnAt ?? context.now);
  return owned.flatMap((task) => {
    const { dueDate, ...rest } = commitmentOf(task, config.projectId, people);
    if (dueDate === null) return [];
    const commitment = { ...rest, dueDate };
    const old = task.createdAt <= since && wasBacklog(commitment, context.people, context.policy, since);
    return old ? [] : [{ task, commitment }];
  });
}
