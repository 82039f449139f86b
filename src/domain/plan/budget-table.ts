import { say } from '../../words';
import type { LocalDate } from '../calendar';
import { known, type Measure, unknown } from './measure';
import { type Plan, sumOf } from './plan';
import { stillToCome } from './planned-value';

/** Money of one category in minor units. Columns are never added to each other: an order and its cost are one thing. */
export interface BudgetRow {
  readonly planned: number;
  /** In purchase orders, whether or not they have become cost since. */
  readonly committed: number;
  readonly actual: Measure;
  /** Still to be spent, from this month on. */
  readonly forecast: number;
}

export interface BudgetTable {
  readonly rows: readonly (BudgetRow & { readonly category: string })[];
  readonly total: BudgetRow;
}

/** Planned, committed, actual and forecast by category, in the order in which the plan first names them. */
export function budgetTable(plan: Plan, actualCost: Measure, asOf: LocalDate): BudgetTable {
  const toCome = stillToCome(plan.forecast, asOf);
  const entered = plan.actualCost.source === 'entries';
  const costs = costsUpTo(plan, asOf);
  const lists = [plan.budget, plan.commitments, costs, toCome];
  const categories = [...new Set(lists.flatMap((list) => list.map(({ category }) => category)))];
  const of = <T extends { category: string; amount: number }>(lines: readonly T[], category: string) =>
    sumOf(lines.filter((line) => line.category === category));
  return {
    rows: categories.map((category) => ({
      category,
      planned: of(plan.budget, category),
      committed: of(plan.commitments, category),
      actual: entered ? known(of(costs, category)) : unknown(say('plan.why.noCategories')),
      forecast: of(toCome, category),
    })),
    total: {
      planned: sumOf(plan.budget),
      committed: sumOf(plan.commitments),
      actual: actualCost,
      forecast: sumOf(toCome),
    },
  };
}

/** The cost entries that count by the end of the day `asOf`. */
export function costsUpTo(plan: Pick<Plan, 'costs'>, asOf: LocalDate): Plan['costs'] {
  return plan.costs.filter(({ date }) => date <= asOf);
}
