import type { LiveCommitment } from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { SweepMemory, TaskMemory } from '../../ports/projects';
import type { TaskTouch } from '../../ports/task-touches';
import type { FoundTask, TaskPage } from '../../ports/tasks';
import { joined, say, type Text } from '../../words';
import type { Stop } from './budget';
import type { FollowUpDeps } from './deps';
import { untold, wholePlaces } from './parts';
import type { Broken, Hand, Source } from './source';
import { asksOf, type TaskAsk, type TaskProject } from './task-asks';
import { owedTasks } from './task-items';
import { commitmentOf, taskIdOf, TaskPlaces } from './task-places';
import { resolveSpaces, unseenPlace } from './task-spaces';
import type { ProjectWorld, World } from './world';

export const followsTasks = ({ config: { tasks } }: Pick<ProjectWorld, 'config'>): boolean =>
  tasks.spaceKeys.length + tasks.pageIds.length > 0;

type TaskDeps = Pick<FollowUpDeps, 'clock' | 'issues' | 'ledger' | 'tasks' | 'taskTouches'>;

/**
 * Tasks with an assignee and a date on Confluence pages, of all projects that look for some. Whatever Confluence refuses
 * is reported and tried again by the next run: it never reaches the issues.
 */
export class TaskSource implements Source {
  readonly broken: Broken[] = [];
  readonly #failed = new Set<string>();
  readonly #found = new Map<string, { readonly found: TaskProject; readonly memory: TaskMemory }>();
  readonly #places: TaskPlaces;
  #touches: readonly TaskTouch[] = [];

  constructor(
    private readonly deps: TaskDeps,
    private readonly world: World,
  ) {
    this.#places = new TaskPlaces(deps.tasks, deps.issues);
  }

  owns(commitmentId: string): boolean {
    return taskIdOf(commitmentId) !== null;
  }

  async sweep(hand: Hand, exceeded: () => Stop): Promise<Stop> {
    const projects: TaskProject[] = [];
    for (const project of this.world.projects.filter(followsTasks)) {
      await this.guard([project.config.projectId], async () => {
        projects.push(await this.#projectOf(project));
      });
    }
    const tasks = new Map<string, Map<string, FoundTask>>();
    for (const ask of asksOf(projects, this.world, this.world.now)) {
      let stopped: Stop = null;
      await this.guard(ask.projectIds, async () => {
        stopped = await this.#read(ask, tasks, exceeded);
      });
      if (stopped) return stopped;
    }
    if (projects.length > 0) this.#touches = await this.deps.taskTouches.all();
    if (this.#touches.length > 0) await this.#readTouched(projects, tasks);
    for (const found of projects) {
      const { projectId } = found.project.config;
      if (!this.#failed.has(projectId))
        await this.guard([projectId], () =>
          this.#chase(found, [...(tasks.get(projectId)?.values() ?? [])], hand),
        );
    }
    return null;
  }

  /** Reading an item again means its task, and its page as well: a title or a tree may have changed with the task. */
  async live(
    project: ProjectWorld,
    commitmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, LiveCommitment>> {
    const { config } = project;
    const { spaceIds } = await this.#projectOf(project);
    const tasks = await this.deps.tasks.live(commitmentIds.flatMap((id) => taskIdOf(id) ?? []));
    const { people } = this.world;
    await people.look(
      this.deps.issues,
      [...tasks.values()].flatMap(({ ownerId }) => ownerId ?? []),
    );
    const items = [...tasks.values()].map((task) => ({
      task,
      commitment: commitmentOf(task, config.projectId, people),
    }));
    const places = new TaskPlaces(this.deps.tasks, this.deps.issues);
    const located = await places.locate(items, { ...config, spaceIds });
    return new Map(located.map((item) => [item.id, item]));
  }

  async guard(projectIds: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isAppError(error)) throw error;
      for (const id of projectIds) {
        this.#failed.add(id);
        this.#report(id, error.words);
      }
    }
  }

  memoryOf(projectId: string): Partial<SweepMemory> {
    const known = this.#found.get(projectId);
    if (!known) return {};
    // After a failure the next run looks again from where the last good one ended.
    const sweptUntil = this.#failed.has(projectId)
      ? (known.found.sweptUntil?.toISOString() ?? null)
      : this.world.now.toISOString();
    return { tasks: { ...known.memory, sweptUntil } };
  }

  async forget(): Promise<void> {
    if (this.#failed.size === 0 && this.#touches.length > 0)
      await this.deps.taskTouches.forget(this.#touches);
  }

  /** What the project's settings come to in Confluence. */
  async #projectOf(project: ProjectWorld): Promise<TaskProject> {
    const { projectId } = project.config;
    const known = this.#found.get(projectId);
    if (known) return known.found;
    const { found, memory, unseen } = await resolveSpaces(this.deps.tasks, project, this.world.now);
    if (unseen.length > 0)
      this.#report(projectId, say('admin.unseen', { places: joined(unseen.map(placeInWords), ', ') }));
    this.#found.set(projectId, { found, memory });
    return found;
  }

  /** Reads all of one question's tasks, for each of its projects. */
  async #read(
    { query, projectIds }: TaskAsk,
    into: Map<string, Map<string, FoundTask>>,
    exceeded: () => Stop,
  ): Promise<Stop> {
    let next: string | null = null;
    do {
      const stopped = exceeded();
      if (stopped) return stopped;
      const page: TaskPage = await this.deps.tasks.tasks(query, next);
      for (const projectId of projectIds) {
        const own = into.get(projectId) ?? new Map<string, FoundTask>();
        for (const task of page.tasks) own.set(task.taskId, task);
        into.set(projectId, own);
      }
      next = page.next;
    } while (next !== null);
    return null;
  }

  /** What changed during the day, whoever owes it and whenever their morning was. */
  async #readTouched(
    projects: readonly TaskProject[],
    into: Map<string, Map<string, FoundTask>>,
  ): Promise<void> {
    const ids = projects.map(({ project }) => project.config.projectId);
    await this.guard(ids, async () => {
      const live = await this.deps.tasks.live([...new Set(this.#touches.map(({ taskId }) => taskId))]);
      for (const id of ids) into.set(id, new Map([...(into.get(id) ?? []), ...live]));
    });
  }

  async #chase(found: TaskProject, tasks: readonly FoundTask[], hand: Hand): Promise<void> {
    const readAt = this.deps.clock.now();
    const { project } = found;
    const dated = await owedTasks(this.deps.issues, this.world.people, found, tasks);
    // Only what is due and was not sent before is worth reading a page for.
    const told = await untold(
      this.deps.ledger,
      dated.map(({ commitment }) => project.context.effective(commitment)),
      project.context,
    );
    const located = await this.#places.locate(
      dated.filter(({ commitment }) => told.has(commitment.id)),
      { ...project.config, spaceIds: found.spaceIds },
    );
    for (const commitments of wholePlaces(located, told)) await hand([{ project, commitments, readAt }]);
  }

  #report(projectId: string, why: Text): void {
    this.broken.push({ projectId, why: say('admin.tasksLeftOut', { why }) });
  }
}

function placeInWords(unseen: string): Text {
  const place = unseenPlace(unseen);
  if (place === null) return unseen;
  return place.kind === 'space'
    ? say('admin.space', { name: place.name })
    : say('admin.page', { name: place.name });
}
