import type { ProjectConfig, Projects } from '../ports/projects';
import type { TaskTouches } from '../ports/task-touches';

export interface TaskChange {
  readonly taskId: string;
  readonly done: boolean;
  readonly spaceId: string;
  readonly spaceKey: string;
}

interface NoteDeps {
  readonly projects: Pick<Projects, 'enabled' | 'memories'>;
  readonly taskTouches: Pick<TaskTouches, 'touch'>;
}

/** Remembers an open task for the next run, where some project looks for tasks in its space. */
export async function noteTaskChange(deps: NoteDeps, change: TaskChange): Promise<void> {
  if (change.done) return;
  const configs = await deps.projects.enabled();
  if (configs.some((config) => namesSpace(config, change)) || (await looksIntoTree(deps, configs, change)))
    await deps.taskTouches.touch(change.taskId);
}

/** People type keys as they like; Confluence itself does not tell upper from lower case. */
const namesSpace = ({ tasks }: ProjectConfig, { spaceKey }: TaskChange): boolean =>
  tasks.spaceKeys.some((key) => key.toLowerCase() === spaceKey.toLowerCase());

/** Where the trees stand is known once a run has looked; the first run reads everything anyway. */
async function looksIntoTree(
  { projects }: NoteDeps,
  configs: readonly ProjectConfig[],
  { spaceId }: TaskChange,
): Promise<boolean> {
  const withTrees = configs.filter(({ tasks }) => tasks.pageIds.length > 0);
  if (withTrees.length === 0) return false;
  const memories = await projects.memories();
  return withTrees.some(({ projectId }) => memories[projectId]?.tasks?.treeSpaceIds.includes(spaceId));
}
