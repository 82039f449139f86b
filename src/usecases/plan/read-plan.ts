import { baselinePlan, compareBaselines, type Baseline, type Comparison } from '../../domain/plan';
import { AppError } from '../../errors';
import type { Plans, StoredPlan } from '../../ports/plans';
import { say } from '../../words';

export interface PlanAndBaselines {
  /** `null` where the project has none. */
  readonly stored: StoredPlan | null;
  /** Newest first. */
  readonly baselines: readonly Baseline[];
}

/** The plan of a project and every baseline it ever had. */
export async function readPlan(
  { plans }: { readonly plans: Pick<Plans, 'read' | 'baselines'> },
  projectId: string,
): Promise<PlanAndBaselines> {
  const [stored, baselines] = await Promise.all([plans.read(projectId), plans.baselines(projectId)]);
  return { stored, baselines };
}

/** What changed from one baseline to another, or to the plan as it stands (`to: null`). @throws AppError NOT_FOUND */
export async function comparePlans(
  deps: Parameters<typeof readPlan>[0],
  projectId: string,
  { from, to }: { readonly from: number; readonly to: number | null },
): Promise<Comparison> {
  const { stored, baselines } = await readPlan(deps, projectId);
  const numbered = (number: number) => {
    const baseline = baselines.find((candidate) => candidate.number === number);
    if (!baseline) throw new AppError('NOT_FOUND', say('problem.noBaseline', { number }));
    return baseline.plan;
  };
  if (to !== null) return compareBaselines(numbered(from), numbered(to));
  if (stored === null) throw new AppError('NOT_FOUND', say('problem.nothingToCompare'));
  return compareBaselines(numbered(from), baselinePlan(stored.plan));
}
