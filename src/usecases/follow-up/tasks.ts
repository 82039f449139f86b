import { type Commitment, decide } from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { TaskMemory } from '../../ports/projects';
import type { TaskTouch } from '../../ports/task-touches';
import type { FoundTask, TaskPage } from '../../ports/tasks';
import { deliver } from './deliver';
import { add, type FollowUpDeps, NOTHING, type Outcome } from './deps';
import { recoverClaims } from './recover';
import { asksOf, type TaskAsk, type TaskProject } from './task-asks';
import { owedTasks } from './task-items';
import { commitmentOf, taskIdOf, TaskPlaces } from './task-places';
import { resolveSpaces } from './task-spaces';
import type { ProjectWorld, World } from './world';

type Stop = 'time' | 'points' | null;

export interface TaskReport {
  readonly outcome: Outcome;
  readonly broken: { readonly projectId: string; readonly why: string }[];
  readonly stopped: Stop;
}

export const followsTasks = ({ config: { tasks } }: Pick<ProjectWorld, 'config'>): boolean =>
  tasks.spaceKeys.length + tasks.pageIds.length > 0;

/** As many messages as one delivery claims at once. */
const SLICE = 50;

/** Commitments in groups of about a slice that split no page, so that each page gets one comment. */
function wholePages(
  commitments: readonly Commitment[],
  messages: ReadonlyMap<string, number>,
): Commitment[][] {
  const pages = new Map<string, Commitment[]>();
  for (const item of commitments) pages.set(item.target.id, [...(pages.get(item.target.id) ?? []), item]);
  const groups: Commitment[][] = [];
  let room = 0;
  for (const page of pages.values()) {
    const size = page.reduce((sum, { id }) => sum + (messages.get(id) ?? 0), 0);
    if (size <= room) groups.at(-1)?.push(...page);
    else groups.push([...page]);
    room = size <= room ? room - size : SLICE - size;
  }
  return groups;
}

/** The same dependencies with a ledger that shows dead claims of one source alone: each is recovered by its own. */
export function recovering(deps: FollowUpDeps, source: 'issues' | 'tasks'): FollowUpDeps {
  const isOwn = (commitmentId: string): boolean => (taskIdOf(commitmentId) !== null) === (source === 'tasks');
  const expired: FollowUpDeps['ledger']['expired'] = async (projectId, before) =>
    (await deps.ledger.expired(projectId, before)).filter(({ commitmentId }) => isOwn(commitmentId));
  return { ...deps, ledger: { ...deps.ledger, expired } };
}

/**
 * Follows up the tasks of all projects that look for some. Whatever Confluence refuses is reported and tried again by
 * the next run: it never reaches the issues.
 */
export async function followUpTasks(
  deps: FollowUpDeps,
  world: World,
  now: Date,
  exceeded: () => Stop,
): Promise<TaskReport> {
  const run = new TaskRun(deps, world, now);
  const stopped = await run.work(exceeded);
  if (world.people.isChanged) await deps.directory.write(world.people.all);
  return { outcome: run.outcome, broken: run.broken, stopped };
}

class TaskRun {
  outcome = NOTHING;
  readonly broken: { projectId: string; why: string }[] = [];
  readonly #failed = new Set<string>();
  readonly #places: TaskPlaces;

  constructor(
    private readonly deps: FollowUpDeps,
    private readonly world: World,
    private readonly now: Date,
  ) {
    this.#places = new TaskPlaces(deps.tasks, deps.issues);
  }

  async work(exceeded: () => Stop): Promise<Stop> {
    const projects: TaskProject[] = [];
    const memories = new Map<string, TaskMemory>();
    for (const project of this.world.projects.filter(followsTasks)) {
      await this.#guarded([project.config.projectId], async () => {
        const { found, memory, unseen } = await resolveSpaces(this.deps.tasks, project, this.now);
        if (unseen.length > 0)
          this.#report(project.config.projectId, `Docket cannot see ${unseen.join(', ')}.`);
        memories.set(project.config.projectId, memory);
        projects.push(found);
        const { outcome } = this;
        this.outcome = add(
          outcome,
          await recoverClaims(
            recovering(this.#depsOf(found), 'tasks'),
            project.context,
            () => exceeded() !== null,
          ),
        );
      });
    }
    const tasks = new Map<string, Map<string, FoundTask>>();
    for (const ask of asksOf(projects, this.world, this.now)) {
      let stopped: Stop = null;
      await this.#guarded(ask.projectIds, async () => {
        stopped = await this.#read(ask, tasks, exceeded);
      });
      if (stopped) return stopped;
    }
    const touches = projects.length > 0 ? await this.deps.taskTouches.all() : [];
    if (touches.length > 0) await this.#readTouched(touches, projects, tasks);
    for (const project of projects) await this.#finish(project, tasks, memories);
    if (this.#failed.size === 0) await this.deps.taskTouches.forget(touches);
    return null;
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
    touches: readonly TaskTouch[],
    projects: readonly TaskProject[],
    into: Map<string, Map<string, FoundTask>>,
  ): Promise<void> {
    const ids = projects.map(({ project }) => project.config.projectId);
    await this.#guarded(ids, async () => {
      const live = await this.deps.tasks.live([...new Set(touches.map(({ taskId }) => taskId))]);
      for (const id of ids) into.set(id, new Map([...(into.get(id) ?? []), ...live]));
    });
  }

  async #finish(
    found: TaskProject,
    tasks: ReadonlyMap<string, ReadonlyMap<string, FoundTask>>,
    memories: ReadonlyMap<string, TaskMemory>,
  ): Promise<void> {
    const { projectId } = found.project.config;
    const memory = memories.get(projectId);
    if (!this.#failed.has(projectId))
      await this.#guarded([projectId], () => this.#chase(found, [...(tasks.get(projectId)?.values() ?? [])]));
    const stored = await this.deps.projects.memory(projectId);
    if (!stored || !memory) return;
    // After a failure the next run looks again from where the last good one ended.
    const sweptUntil = this.#failed.has(projectId)
      ? (found.sweptUntil?.toISOString() ?? null)
      : this.now.toISOString();
    await this.deps.projects.remember(projectId, { ...stored, tasks: { ...memory, sweptUntil } });
  }

  async #chase(found: TaskProject, tasks: readonly FoundTask[]): Promise<void> {
    const readAt = this.deps.clock.now();
    const { config, context } = found.project;
    const dated = await owedTasks(this.deps.issues, this.world.people, found, tasks);
    const told = await this.#untold(dated, found);
    const located = await this.#places.locate(
      dated.filter(({ commitment }) => told.has(commitment.id)),
      { ...config, spaceIds: found.spaceIds },
    );
    for (const commitments of wholePages(located, told)) {
      const outcome = await deliver(this.#depsOf(found), { commitments, readAt }, context);
      this.outcome = add(this.outcome, outcome);
    }
  }

  /**
   * How many messages are due about each commitment that were not sent before: only those are worth reading a page for.
   */
  async #untold(
    dated: readonly { readonly commitment: Commitment }[],
    { project: { context } }: TaskProject,
  ): Promise<ReadonlyMap<string, number>> {
    const intended = decide(
      dated.map(({ commitment }) => context.effective(commitment)),
      context,
    );
    const known = await this.deps.ledger.known(intended.map(({ key }) => key));
    const messages = new Map<string, number>();
    for (const { key, commitment } of intended)
      if (!known.has(key)) messages.set(commitment.id, (messages.get(commitment.id) ?? 0) + 1);
    return messages;
  }

  /** Reading an item again means its task, where it is one. */
  #depsOf(found: TaskProject): FollowUpDeps {
    const { config } = found.project;
    const live: FollowUpDeps['issues']['live'] = async (commitmentIds) => {
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
      // The pages are read again as well: a title or a tree may have changed with the task.
      const places = new TaskPlaces(this.deps.tasks, this.deps.issues);
      const located = await places.locate(items, { ...config, spaceIds: found.spaceIds });
      return new Map(located.map((item) => [item.id, item]));
    };
    return { ...this.deps, issues: { ...this.deps.issues, live } };
  }

  async #guarded(projectIds: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isAppError(error)) throw error;
      for (const id of projectIds) {
        this.#failed.add(id);
        this.#report(id, error.message);
      }
    }
  }

  #report(projectId: string, why: string): void {
    this.broken.push({ projectId, why: `its tasks in Confluence were left out: ${why}` });
  }
}
