import type { LocalDate } from '../domain/calendar';
import type { Commitment } from '../domain/commitments';
import { isAppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { FoundTask, TaskPage, TaskSource } from '../ports/tasks';
import type { Ground } from './commitments/ground';
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
  try {
    const { found } = await resolveSpaces(deps.tasks, project, project.context.now);
    const { tasks, cut } = await readTasks(deps.visibleTasks, found, dates, atMost);
    return { commitments: await locatedTasks(deps, people, found, tasks), cut };
  } catch (error) {
    if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN')) return NONE;
    throw error;
  }
}

/** Those of these tasks that the project follows up, each with the place where it is chased. */
async function locatedTasks(
  deps: PreviewTaskDeps,
  people: People,
  found: TaskProject,
  tasks: readonly FoundTask[],
): Promise<Commitment[]> {
  const owed = await owedTasks(deps.issues, people, found, tasks);
  // Places are read as Docket's own account: a page that it cannot see is never followed up.
  const places = new TaskPlaces(deps.tasks, deps.visible);
  return places.locate(owed, { ...found.project.config, spaceIds: found.spaceIds });
}

/**
 * One page of a project's open tasks, those due up to `dueTo` where that is given, in no order that counts.
 *
 * @param at where an earlier page ended, as its `next` says
 * @throws AppError NO_CONFLUENCE, FORBIDDEN where the person or Docket has no Confluence
 */
export async function readTaskPage(
  deps: PreviewTaskDeps,
  { project, people }: Ground,
  at: string | null,
  dueTo: LocalDate | null = null,
): Promise<{ readonly commitments: readonly Commitment[]; readonly next: string | null }> {
  if (!followsTasks(project)) return { commitments: [], next: null };
  const { found } = await resolveSpaces(deps.tasks, project, project.context.now);
  const parts = chunks([...new Set([...found.spaceIds, ...found.treeSpaceIds])].sort());
  const [, number = '0', token = ''] = /^(\d+)~(.*)$/s.exec(at ?? '') ?? [];
  const spaceIds = parts[Number(number)];
  if (!spaceIds) return { commitments: [], next: null };
  const query = { spaceIds, dueFrom: null, dueTo, among: null, createdFrom: null };
  const page = await deps.visibleTasks.tasks(query, token === '' ? null : token);
  const after = Number(number) + 1;
  const next = page.next !== null ? `${number}~${page.next}` : after < parts.length ? `${after}~` : null;
  return { commitments: await locatedTasks(deps, people, found, page.tasks), next };
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
