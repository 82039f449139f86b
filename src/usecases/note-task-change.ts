import type { ProjectConfig, Projects } from '../ports/projects';
import type { TaskTouches } from '../ports/task-touches';

export interface TaskChange {
  readonly taskId: string;
  readonly done: boolean;
  readonly spaceId: string;
  readonly spaceKey: string;
}

interface NoteDeps {
  readonly projects: Pick<Projects, 'enabled' | 'memory'>;
  readonly taskTouches: Pick<TaskTouches, 'touch'>;
}

/** Remembers an open task for the next run, where some project looks for tasks in its space. */
export async function noteTaskChange(deps: NoteDeps, change: TaskChange): Promise<void> {
  if (change.done) return;
  for (const config of await deps.projects.enabled()) {
    if (!(await looksIn(deps, config, change))) continue;
    await deps.taskTouches.touch(change.taskId);
    return;
  }
}

async function looksIn(
  { projects }: NoteDeps,
  { projectId, tasks }: ProjectConfig,
  { spaceId, spaceKey }: TaskChange,
): Promise<boolean> {
  // People type keys as they like; Confluence itself does not tell upper from lower case.
  if (tasks.spaceKeys.some((key) => key.toLowerCase() === spaceKey.toLowerCase())) return true;
  if (tasks.pageIds.length === 0) return false;
  // Where the trees stand is known once a run has looked; the first run reads everything anyway.
  return (await projects.memory(projectId))?.tasks?.treeSpaceIds.includes(spaceId) ?? false;
}
