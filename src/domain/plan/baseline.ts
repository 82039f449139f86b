import { say } from '../../words';
import { daysBetween, type LocalDate } from '../calendar';
import { from, known, type Measure, unknown } from './measure';
import { type BaselinePlan, type MonthLine, type Phase, sumOf } from './plan';

/** How one phase stands against another version of the plan. */
export interface PhaseVariance {
  readonly id: string;
  readonly name: string;
  /** `null` where the phase is only in the other one. */
  readonly before: { readonly start: LocalDate; readonly finish: LocalDate } | null;
  readonly after: { readonly start: LocalDate; readonly finish: LocalDate } | null;
  /** Calendar days; more than 0 is later. */
  readonly startDays: Measure;
  readonly finishDays: Measure;
}

export interface CategoryVariance {
  readonly category: string;
  readonly before: number;
  readonly after: number;
  /** Minor units; more than 0 is dearer. */
  readonly change: Measure;
}

export interface Comparison {
  readonly startDays: number;
  readonly finishDays: number;
  readonly phases: readonly PhaseVariance[];
  readonly budget: readonly CategoryVariance[];
  readonly budgetChange: Measure;
}

/** What changed from one version of the plan to another: dates by phase, budget by category. */
export function compareBaselines(before: BaselinePlan, after: BaselinePlan): Comparison {
  const comparable: Measure =
    before.currency === after.currency
      ? known(0)
      : unknown(say('plan.why.currencies', { before: before.currency, after: after.currency }));
  const difference = (a: readonly MonthLine[], b: readonly MonthLine[]): Measure =>
    from([comparable], () => known(sumOf(b) - sumOf(a)));
  return {
    startDays: daysBetween(before.start, after.start),
    finishDays: daysBetween(before.finish, after.finish),
    phases: phasePairs(before.phases, after.phases).map(phaseVariance),
    budget: categoriesOf([...before.budget, ...after.budget]).map((category) => {
      const [a, b] = [before, after].map(({ budget }) => budget.filter((line) => line.category === category));
      return {
        category,
        before: sumOf(a ?? []),
        after: sumOf(b ?? []),
        change: difference(a ?? [], b ?? []),
      };
    }),
    budgetChange: difference(before.budget, after.budget),
  };
}

const categoriesOf = (lines: readonly MonthLine[]): string[] => [
  ...new Set(lines.map(({ category }) => category)),
];

type Pair = readonly [Phase | undefined, Phase | undefined];

/** Phases by id, those of the newer plan first, in its order. */
function phasePairs(before: readonly Phase[], after: readonly Phase[]): Pair[] {
  const old = new Map(before.map((phase) => [phase.id, phase]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.map((phase) => [old.get(phase.id), phase] as const),
    ...before.filter(({ id }) => !kept.has(id)).map((phase) => [phase, undefined] as const),
  ];
}

function phaseVariance([before, after]: Pair): PhaseVariance {
  const days = (end: 'start' | 'finish'): Measure => {
    if (!before) return unknown(say('plan.why.phaseNew'));
    if (!after) return unknown(say('plan.why.phaseGone'));
    return known(daysBetween(before[end], after[end]));
  };
  return {
    id: (after ?? before)?.id ?? '',
    name: (after ?? before)?.name ?? '',
    before: before ? { start: before.start, finish: before.finish } : null,
    after: after ? { start: after.start, finish: after.finish } : null,
    startDays: days('start'),
    finishDays: days('finish'),
  };
}
