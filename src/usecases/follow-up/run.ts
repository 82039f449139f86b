import type { Commitment } from '../../domain/commitments';
import { isAppError } from '../../errors';
import type { CommitmentQuery } from '../../ports/issues';
import type { Checkpoint } from '../../ports/progress';
import type { SweepMemory } from '../../ports/projects';
import { inParallel } from '../parallel';
import { deliver } from './deliver';
import { add, type FollowUpDeps, NOTHING, type Outcome } from './deps';
import { recoverClaims } from './recover';
import { followsTasks, followUpTasks, recovering, type TaskReport } from './tasks';
import { type ProjectWorld, queryOf, readWorld, type World } from './world';

/** What one run may use up before it leaves the rest to the next. */
export interface RunLimits {
  /** Milliseconds; the run stops between pages. */
  readonly time: number;
  /** Points of Jira and Confluence in one UTC hour, all runs together. */
  readonly pointsAnHour: number;
}

export interface RunReport extends Outcome {
  readonly broken: World['broken'];
  /** Why the run stopped before its end; the rest is kept for the next. */
  readonly stopped: 'time' | 'points' | null;
  /** Pages of items that were gone through, and the due date that the last of them ended with. */
  readonly pages: number;
  readonly reached: string | null;
}

/** Fewer points than this are not worth beginning another page for. */
const PAGE_POINTS = 100;

/**
 * One run of the follow-up of all projects: ends what dead runs left, looks at what became due since the last finished
 * run, most urgent first, and sends it. Running it late, twice or at the same time sends nothing twice.
 *
 * @throws AppError RATE_LIMITED or UPSTREAM_DOWN where the platform does not answer: what was not claimed is decided
 *   again by the next run.
 */
export async function followUp(deps: FollowUpDeps, limits: RunLimits): Promise<RunReport> {
  const startedAt = deps.clock.now();
  const checkpoint = await deps.progress.checkpoint();
  const budget = await budgetOf(deps, limits, startedAt);
  try {
    const first = await runOnce(deps, budget, checkpoint, startedAt);
    if (!checkpoint || first.stopped) return first;
    // What an earlier run left is done; what became due since then must not wait for the next hour.
    const second = await runOnce(deps, budget, null, startedAt);
    return { ...second, ...add(first, second), pages: first.pages + second.pages };
  } finally {
    await budget.close();
  }
}

async function runOnce(
  deps: FollowUpDeps,
  budget: Budget,
  checkpoint: Checkpoint | null,
  startedAt: Date,
): Promise<RunReport> {
  const now = checkpoint ? new Date(checkpoint.decidedAt) : startedAt;
  const world = await readWorld(deps, now);
  let outcome = NOTHING;
  for (const project of world.projects) {
    const own = followsTasks(project) ? recovering(deps, 'issues') : deps;
    outcome = add(outcome, await recoverClaims(own, project.context, () => budget.exceeded() !== null));
  }
  const run = new Run(deps, world, budget);
  const stopped = await run.work(checkpoint?.query ?? queryOf(world, now), checkpoint?.next ?? null);
  await rememberRun(deps, world, run, { now, stopped, checkpoint });
  // What is left of an earlier run is issues alone; the run that follows it looks at the tasks.
  const tasks: TaskReport =
    stopped || checkpoint
      ? { outcome: NOTHING, broken: [], stopped }
      : await followUpTasks(deps, world, now, budget.exceeded);
  const { pages, reached } = run;
  return {
    ...[run.outcome, tasks.outcome].reduce(add, outcome),
    broken: [...world.broken, ...run.broken, ...tasks.broken],
    stopped: tasks.stopped,
    pages,
    reached,
  };
}

interface Budget {
  /** Why no further page may begin, if so. */
  readonly exceeded: () => RunReport['stopped'];
  readonly close: () => Promise<void>;
}

async function budgetOf(
  { clock, meter, progress }: FollowUpDeps,
  limits: RunLimits,
  startedAt: Date,
): Promise<Budget> {
  const hour = startedAt.toISOString().slice(0, 13);
  const usedBefore = await progress.pointsUsed(hour);
  return {
    exceeded() {
      if (clock.now().getTime() - startedAt.getTime() > limits.time) return 'time';
      return usedBefore + meter.usage().points + PAGE_POINTS > limits.pointsAnHour ? 'points' : null;
    },
    close: () => progress.addPoints(hour, meter.usage().points),
  };
}

/** The pages of one run. */
class Run {
  outcome: Outcome = NOTHING;
  pages = 0;
  reached: string | null = null;
  readonly broken: { projectId: string; why: string }[] = [];
  /** Where it stopped. */
  rest: { readonly query: CommitmentQuery; readonly next: string | null } | null = null;
  readonly #projects: ReadonlyMap<string, ProjectWorld>;

  constructor(
    private readonly deps: FollowUpDeps,
    private readonly world: World,
    private readonly budget: Budget,
  ) {
    this.#projects = new Map(world.projects.map((project) => [project.config.projectId, project]));
  }

  async work(query: CommitmentQuery, from: string | null): Promise<RunReport['stopped']> {
    if (query.length === 0) return null;
    try {
      return await this.#pages(query, from);
    } catch (error) {
      if (!isAppError(error, 'BAD_INPUT', 'NOT_FOUND', 'FORBIDDEN')) throw error;
      const present = await this.#withoutGoneItems(query);
      return present ? this.work(present, null) : this.#oneByOne(query, error.message);
    }
  }

  /** Jira refuses a query that names a deleted issue: the query without those, or `null` where none is gone. */
  async #withoutGoneItems(query: CommitmentQuery): Promise<CommitmentQuery | null> {
    const named = query.flatMap(({ clause }) => (clause.kind === 'items' ? clause.ids : []));
    if (named.length === 0) return null;
    const live = await this.deps.issues.live(named.map((id) => `jira:${id}`));
    if (named.every((id) => live.has(`jira:${id}`))) return null;
    return query.flatMap((group) => {
      if (group.clause.kind !== 'items') return [group];
      const ids = group.clause.ids.filter((id) => live.has(`jira:${id}`));
      return ids.length > 0 ? [{ ...group, clause: { kind: 'items' as const, ids } }] : [];
    });
  }

  async #pages(query: CommitmentQuery, from: string | null): Promise<RunReport['stopped']> {
    let next = from;
    do {
      const stopped = this.budget.exceeded();
      if (stopped) {
        this.rest = { query, next };
        return stopped;
      }
      const page = await this.deps.issues.commitments(query, next);
      await this.#deliver(page.commitments);
      next = page.next;
      this.pages += 1;
      this.reached = page.commitments.at(-1)?.dueDate ?? this.reached;
    } while (next !== null);
    return null;
  }

  /** Jira refuses the whole query for one bad part: each project alone shows whose it is. */
  async #oneByOne(query: CommitmentQuery, why: string): Promise<RunReport['stopped']> {
    const projectIds = [...new Set(query.flatMap((group) => group.projectIds))];
    if (projectIds.length === 1) {
      this.broken.push({ projectId: projectIds[0] as string, why });
      return null;
    }
    for (const projectId of projectIds) {
      const own = query
        .filter((group) => group.projectIds.includes(projectId))
        .map((group) => ({ ...group, projectIds: [projectId] }));
      const stopped = await this.work(own, null);
      if (stopped) {
        const left = projectIds.slice(projectIds.indexOf(projectId));
        this.rest = {
          query: query
            .map((group) => ({ ...group, projectIds: group.projectIds.filter((id) => left.includes(id)) }))
            .filter((group) => group.projectIds.length > 0),
          next: null,
        };
        return stopped;
      }
    }
    return null;
  }

  async #deliver(commitments: readonly Commitment[]): Promise<void> {
    const readAt = this.deps.clock.now();
    this.world.people.meet(commitments);
    const byProject = new Map<string, Commitment[]>();
    for (const commitment of commitments)
      byProject.set(commitment.projectId, [...(byProject.get(commitment.projectId) ?? []), commitment]);
    for (const [projectId, own] of byProject) {
      const project = this.#projects.get(projectId);
      if (project)
        this.outcome = add(
          this.outcome,
          await deliver(this.deps, { commitments: own, readAt }, project.context),
        );
    }
  }
}

interface End {
  readonly now: Date;
  readonly stopped: RunReport['stopped'];
  readonly checkpoint: Checkpoint | null;
}

/** A project counts as swept when the whole query is through; until then the next run goes on where this one stopped. */
async function rememberRun(
  deps: FollowUpDeps,
  { projects, people, sights }: World,
  run: Run,
  { now, stopped, checkpoint }: End,
): Promise<void> {
  if (people.isChanged) await deps.directory.write(people.all);
  if (sights.isChanged) await deps.sightMemory.write(sights.all);
  for (const [issueId, projectId] of sights.waiting) await deps.projects.touch(projectId, issueId);
  const asked = checkpoint ? new Set(checkpoint.projectIds) : null;
  const covered = projects.filter(({ config }) => asked?.has(config.projectId) ?? true);
  const broken = new Set(run.broken.map(({ projectId }) => projectId));
  const whole = covered.filter(({ config }) => !broken.has(config.projectId));
  if (stopped && run.rest) {
    const projectIds = whole.map(({ config }) => config.projectId);
    // The backlog, which was read at a price, need not be read again.
    await inParallel(whole, 8, ({ memory, config }) =>
      rememberUnlessReset(deps, config.projectId, memory, memory),
    );
    await deps.progress.saveCheckpoint({ decidedAt: now.toISOString(), ...run.rest, projectIds });
    return;
  }
  await inParallel(whole, 8, async ({ config, memory, touched }) => {
    await rememberUnlessReset(deps, config.projectId, memory, { ...memory, sweptUntil: now.toISOString() });
    await deps.projects.untouch(touched.filter(({ issueId }) => !sights.waiting.has(issueId)));
  });
  if (checkpoint) await deps.progress.saveCheckpoint(null);
}

/** Settings that were saved during the run have reset the memory: then the next run shall look at everything. */
async function rememberUnlessReset(
  { projects }: FollowUpDeps,
  projectId: string,
  before: SweepMemory,
  after: SweepMemory,
): Promise<void> {
  const stored = await projects.memory(projectId);
  const isReset = stored !== null && stored.since === before.since && stored.sweptUntil !== before.sweptUntil;
  if (!isReset) await projects.remember(projectId, after);
}
