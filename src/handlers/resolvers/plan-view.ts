import type { BaselineView, ComparisonView, FiguresView, SavedPlan } from '../../contract/plan';
import { type Baseline, type Comparison, eacFormula, type Measure, type Plan } from '../../domain/plan';
import { jqlUrl } from '../../domain/status';
import type { StoredPlan } from '../../ports/plans';
import type { PlanFigures } from '../../usecases/plan/read-figures';
import type { Place } from '../place';
import { say, type Worded } from '../../words';

const WITHHELD: Measure = { notComputable: say('plan.why.withheld') };

/** The wire's lists may be changed by whoever gets them; the domain's may not. */
const copy = <T>(list: readonly T[]): T[] => [...list];

function planView(plan: Plan, seesMoney: boolean): SavedPlan['plan'] {
  const money = <T>(lines: readonly T[]): T[] => (seesMoney ? copy(lines) : []);
  return {
    ...plan,
    phases: copy(plan.phases),
    budget: money(plan.budget),
    commitments: money(plan.commitments),
    costs: money(plan.costs),
    forecast: money(plan.forecast),
  };
}

export function savedView({ revision, plan, savedAt, savedBy }: StoredPlan, seesMoney = true): SavedPlan {
  return { revision, plan: planView(plan, seesMoney), savedAt, savedBy };
}

/** What a list of baselines says of each; their plans are compared by the app. */
export function baselineView({
  number,
  name,
  setAt,
  setBy,
  why,
}: Pick<Baseline, keyof BaselineView>): BaselineView {
  return { number, name, setAt, setBy, why };
}

export function comparisonView(comparison: Comparison, seesMoney: boolean): Worded<ComparisonView> {
  const { startDays, finishDays, phases, budget, budgetChange } = comparison;
  return {
    startDays,
    finishDays,
    phases: copy(phases),
    budget: seesMoney ? copy(budget) : null,
    budgetChange: seesMoney ? budgetChange : WITHHELD,
  };
}

export function figuresView(figures: PlanFigures, seesMoney: boolean, place: Place): Worded<FiguresView> {
  const { currency, computedAt, asOf, baseline, progress, earnedValue, actualCost, budget } = figures;
  const { eacVariant, daysLate, ...earned } = earnedValue;
  const url = (jql: string) => jqlUrl(place.siteUrl, jql);
  return {
    currency,
    computedAt,
    asOf,
    baseline: baseline && baselineView(baseline),
    progress: {
      method: progress.method,
      complete: progress.complete,
      parts: progress.parts.map(({ name, done, total, doneJql, totalJql }) => ({
        name,
        done,
        total,
        doneUrl: url(doneJql),
        totalUrl: url(totalJql),
      })),
    },
    daysLate,
    money: seesMoney
      ? {
          costUrl: actualCost.jql === null ? null : url(actualCost.jql),
          earned,
          eacFormula: eacFormula(eacVariant),
          budget: { rows: copy(budget.rows), total: budget.total },
        }
      : null,
  };
}
