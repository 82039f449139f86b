import { importPlan, type ImportResult, type ImportRow } from '../../domain/plan';
import { AppError } from '../../errors';
import type { StoredPlan } from '../../ports/plans';
import { say } from '../../words';
import { type PlanDeps, type PlanEdit, savePlan } from './change-plan';

export interface Imported extends ImportResult {
  /** `null` in a dry run, and where a line is refused. */
  readonly saved: StoredPlan | null;
}

/**
 * Says what the lines of a file do to the plan; with `apply` it is saved, whole or not at all.
 *
 * @throws AppError CONFLICT where the plan has changed since the person saw it
 */
export async function importLines(
  deps: PlanDeps,
  edit: PlanEdit,
  rows: readonly ImportRow[],
  apply: boolean,
): Promise<Imported> {
  const stored = await deps.plans.read(edit.projectId);
  if ((stored?.revision ?? 0) !== edit.revision) {
    throw new AppError('CONFLICT', say('problem.planChanged'), {
      current: stored,
    });
  }
  const result = importPlan(stored?.plan ?? null, rows);
  const saved = apply && result.plan ? await savePlan(deps, edit, result.plan, 'imported') : null;
  return { ...result, saved };
}
