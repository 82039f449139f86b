import type { LocalDate } from '../domain/calendar';
import type { Commitment } from '../domain/commitments';
import { isAppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { FoundTask, TaskPage, TaskSource } from '../ports/tasks';
import type { FollowUpDeps } from './follow-up/deps';
import type { People } from './follow-up/people';
import { chunks, type TaskProject } from './follow-up/task-asks';
import { owedTasks } from './follow-up/task-items';
import { TaskPlaces } from './follow-up/task-places';
import { resolveSpaces } from './follow-up/task-spaces';
import { followsTasks } from './follow-up/task-source';
import type { ProjectWorld } from './follow-up/world';

export interface PreviewTaskDeps extends Pick<FollowUpDeps, 'issues' | 'tasks'> {
  /** Reads with the rights of the person who looks: nobody is shown a task that they may not see. */
  readonly visibleTasks: Pick<TaskSource, 'tasks'>;
  /** With the same rights. An issue that they may not see is not named: its task is then shown on its page. */
  readonly visible: Pick<Issues, 'find'>;
}

/** What of a project's tasks a preview has read. */
interface PreviewTasks {
  readonly commitments: readonly Commitment[];
  /** True where more were found than were read. */
  readonly cut: boolean;
}

const NONE: PreviewTasks = { commitments: [], cut: false };

/**
 * A project's tasks in Confluence with one of these dates (sorted) that both the person who looks and Docket can see,
 * each with the place where it is chased. None where one of them has no Confluence: it never keeps the issues back.
 *
 * @throws AppError RATE_LIMITED, UPSTREAM_DOWN: half a preview would be taken for all of it.
 */
export async function tasksToPreview(
  deps: PreviewTaskDeps,
  project: ProjectWorld,
  people: People,
  dates: readonly LocalDate[],
  atMost: number,
): Promise<PreviewTasks> {
  if (!followsTasks(project)) return NONE;
  const { config, context } = project;
  try {
    const { found } = await resolveSpaces(deps.tasks, project, context.now);
    const { tasks, cut } = await readTasks(deps.visibleTasks, found, dates, atMost);
    const owed = await owedTasks(deps.issues, people, found, tasks);
    // Places are read as Docket's own account: a page that it cannot see is never followed up.
    const places = new TaskPlaces(deps.tasks, deps.visible);
    return { commitments: await places.locate(owed, { ...config, spaceIds: found.spaceIds }), cut };
  } catch (error) {
    if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) return NONE;
    throw error;
  }
}

async function readTasks(
  source: Pick<TaskSource, 'tasks'>,
  { spaceIds, treeSpaceIds }: TaskProject,
  dates: readonly LocalDate[],
  atMost: number,
): Promise<{ readonly tasks: readonly FoundTask[]; readonly cut: boolean }> {
  const dueFrom = dates[0];
  const dueTo = dates.at(-1);
  if (dueFrom === undefined || dueTo === undefined) return { tasks: [], cut: false };
  const tasks = new Map<string, FoundTask>();
  for (const ids of chunks([...new Set([...spaceIds, ...treeSpaceIds])])) {
    const query = { spaceIds: ids, dueFrom, dueTo, among: null, createdFrom: null };
    let next: string | null = null;
    do {
      if (tasks.size >= atMost) return { tasks: [...tasks.values()], cut: true };
      const page: TaskPage = await source.tasks(query, next);
      for (const task of page.tasks) tasks.set(task.taskId, task);
      next = page.next;
    } while (next !== null);
  }
  return { tasks: [...tasks.values()], cut: false };
}
