import { type Baseline, baselinePlan, checkPlan, describeChanges, type Plan } from '../../domain/plan';
import { AppError } from '../../errors';
import type { Ids } from '../../ports/ids';
import type { PlanChange, Plans, StoredPlan } from '../../ports/plans';
import { joined, say } from '../../words';

export interface PlanDeps {
  readonly plans: Plans;
  readonly ids: Ids;
}

/** Who changes which project's plan, when, and which revision they saw (0: there was none). */
export interface PlanEdit {
  readonly projectId: string;
  readonly actor: string;
  readonly now: Date;
  readonly revision: number;
  readonly why: string;
}

/**
 * Saves a plan, if nobody saved another one since the person saw it.
 *
 * @throws AppError BAD_INPUT with a message for each field that cannot be; CONFLICT with the other plan as `current`
 */
export async function savePlan(
  deps: PlanDeps,
  edit: PlanEdit,
  plan: Plan,
  action: PlanChange['action'] = 'saved',
): Promise<StoredPlan> {
  const fields = checkPlan(plan);
  if (Object.keys(fields).length > 0) {
    throw new AppError(
      'BAD_INPUT',
      say('problem.planNotSaved', { why: joined(Object.values(fields).slice(0, 5)) }),
      {
        fields,
      },
    );
  }
  const { projectId, actor, now, revision, why } = edit;
  const before = await unchanged(deps, edit);
  const changes = describeChanges(before?.plan ?? null, plan);
  if (before && changes.length === 0) return before;
  const next = { projectId, revision: revision + 1, savedAt: now.toISOString(), savedBy: actor, plan };
  const change: PlanChange = {
    projectId,
    at: next.savedAt,
    actor,
    action,
    revision: next.revision,
    changes,
    why,
  };
  if (!(await deps.plans.advance(next, change, deps.ids.next())))
    throw conflict(await deps.plans.read(projectId));
  return next;
}

/**
 * Freezes the plan as the person saw it. The baselines before stay as they are.
 *
 * @throws AppError NOT_FOUND without a plan, BAD_INPUT where the name is taken, CONFLICT as above
 */
export async function setBaseline(deps: PlanDeps, edit: PlanEdit, name: string): Promise<Baseline> {
  const { projectId, actor, now, why } = edit;
  const stored = await unchanged(deps, edit);
  if (stored === null) throw new AppError('NOT_FOUND', say('problem.noPlan'));
  const all = await deps.plans.baselines(projectId);
  if (all.some((other) => other.name === name)) {
    const problem = say('problem.baselineTaken', { name });
    throw new AppError('BAD_INPUT', problem, { fields: { name: problem } });
  }
  const baseline: Baseline = {
    number: (all[0]?.number ?? 0) + 1,
    name,
    setAt: now.toISOString(),
    setBy: actor,
    why,
    plan: baselinePlan(stored.plan),
  };
  const change: PlanChange = {
    projectId,
    at: baseline.setAt,
    actor,
    action: 'baselined',
    revision: baseline.number,
    changes: [`Baseline ${baseline.number}: ${name}, of revision ${stored.revision}`],
    why,
  };
  if (!(await deps.plans.addBaseline(baseline, change, deps.ids.next()))) {
    throw new AppError('CONFLICT', say('problem.baselineRaced'));
  }
  return baseline;
}

/** The plan that the person saw. @throws AppError CONFLICT where it has changed since */
async function unchanged({ plans }: PlanDeps, { projectId, revision }: PlanEdit): Promise<StoredPlan | null> {
  const stored = await plans.read(projectId);
  if ((stored?.revision ?? 0) !== revision) throw conflict(stored);
  return stored;
}

function conflict(current: StoredPlan | null): AppError {
  return new AppError('CONFLICT', say('problem.planConflict'), current === null ? {} : { current });
}
