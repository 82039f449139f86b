import type { Checkpoint } from '../../ports/progress';
import type { SweepMemories } from '../../ports/projects';
import { AskedSource } from './asked-source';
import { type Budget, budgetOf, type RunLimits, type Stop } from './budget';
import { deliver, sendDue } from './deliver';
import { add, type FollowUpDeps, type Outcome } from './deps';
import { Held } from './held';
import { IssueSource } from './issue-source';
import { recoverClaims } from './recover';
import type { Source } from './source';
import { TaskSource } from './task-source';
import { leaveOut, readWorld, type World } from './world';

export interface RunReport extends Outcome {
  readonly broken: World['broken'];
  /** Why the run stopped before its end; the rest is kept for the next. */
  readonly stopped: Stop;
  /** Pages of issues that were gone through, and the due date that the last of them ended with. */
  readonly pages: number;
  readonly reached: string | null;
}

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
  { exceeded }: Budget,
  checkpoint: Checkpoint | null,
  startedAt: Date,
): Promise<RunReport> {
  const isOver = (): boolean => exceeded() !== null;
  const now = checkpoint ? new Date(checkpoint.decidedAt) : startedAt;
  const world = await leaveOut(coveredBy(checkpoint, await readWorld(deps, now)), isOver);
  const issues = new IssueSource(deps, world, checkpoint);
  const asked = new AskedSource(deps, { ...deps, pages: deps.tasks }, world);
  const sources: readonly Source[] = [issues, asked, new TaskSource(deps, world)];
  const held = new Held();
  let outcome = await recoverClaims(deps, world, sources, isOver);

  let stopped: Stop = null;
  for (const source of sources) {
    stopped ??= await source.sweep(async (readings) => {
      outcome = add(outcome, await deliver(deps, source, readings, held));
      if (held.isFull) outcome = add(outcome, (await sendDue(deps, held.take())).outcome);
    }, exceeded);
  }
  if (stopped === null) {
    const digests = await sendDue(deps, held.take(), isOver);
    outcome = add(outcome, digests.outcome);
    held.add(digests.left);
    if (digests.left.length > 0) stopped = exceeded();
  }

  await rememberFacts(deps, world);
  if (stopped === null) await rememberEnd(deps, world, sources, checkpoint);
  else await rememberStop(deps, world, issues, held);
  return {
    ...outcome,
    broken: [...world.broken, ...sources.flatMap(({ broken }) => broken)],
    stopped: stopped ?? (world.isPartial ? exceeded() : null),
    pages: issues.pages,
    reached: issues.reached,
  };
}

/** Only what the stopped run was about, as it was set then: all else is looked at by the run that follows. */
function coveredBy(checkpoint: Checkpoint | null, world: World): World {
  if (checkpoint === null) return world;
  const { decidedAt, projectIds } = checkpoint;
  return {
    ...world,
    projects: world.projects.filter(
      ({ config }) => projectIds.includes(config.projectId) && config.savedAt <= decidedAt,
    ),
  };
}

/** What was learnt of people and of what they may see. */
async function rememberFacts(deps: FollowUpDeps, { people, sights }: World): Promise<void> {
  if (people.isChanged) await deps.directory.write(people.all);
  if (sights.isChanged) await deps.sightMemory.write(sights.all);
  for (const [issueId, projectId] of sights.waiting) await deps.projects.touch(projectId, issueId);
}

/** The run is through: each project counts as swept by each source that could look at it. */
async function rememberEnd(
  deps: FollowUpDeps,
  world: World,
  sources: readonly Source[],
  checkpoint: Checkpoint | null,
): Promise<void> {
  await rememberProjects(deps, world, (projectId) =>
    Object.assign({}, ...sources.map((source) => source.memoryOf(projectId))),
  );
  for (const source of sources) await source.forget();
  if (checkpoint) await deps.progress.saveCheckpoint(null);
}

/** The next run goes on where this one stopped; until it is through, no project counts as swept. */
async function rememberStop(
  deps: FollowUpDeps,
  world: World,
  issues: IssueSource,
  held: Held,
): Promise<void> {
  // The backlog, which was read at a price, need not be read again.
  await rememberProjects(deps, world, () => ({}));
  const waiting = held.all.map(({ message, project }) => ({ project, commitmentId: message.commitment.id }));
  const broken = new Set(issues.broken.map(({ projectId }) => projectId));
  await deps.progress.saveCheckpoint({
    decidedAt: world.now.toISOString(),
    ...issues.restWith(waiting),
    projectIds: world.projects.map(({ config }) => config.projectId).filter((id) => !broken.has(id)),
  });
}

async function rememberProjects(
  deps: FollowUpDeps,
  { projects, backlogs, memories }: World,
  sweptOf: (projectId: string) => Partial<SweepMemories[string]>,
): Promise<void> {
  const fresh = projects.filter(({ memory }) => memory.backlog === null);
  await backlogs.keep(fresh.map(({ config }) => config.projectId));
  const own = projects.map(({ config: { projectId }, memory }) => [
    projectId,
    { ...memory, backlog: backlogs.kindOf(projectId), ...sweptOf(projectId) },
  ]);
  await deps.projects.remember({ ...memories, ...(Object.fromEntries(own) as SweepMemories) });
}
