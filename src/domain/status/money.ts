import { z } from 'zod';
import type { Text } from '../../words';
import type { BudgetTable, Comparison, EarnedValue, Measure, Plan, ProgressPart } from '../plan';

/** What a report takes from the project's plan. */
export interface PlanFacts {
  readonly plan: Pick<Plan, 'phases' | 'audience'>;
  readonly currency: string;
  readonly baseline: { readonly name: string; readonly setAt: string } | null;
  readonly progress: {
    readonly method: Text;
    readonly complete: Measure;
    readonly parts: readonly ProgressPart[];
  };
  readonly actualCost: { readonly jql: string | null };
  readonly earnedValue: EarnedValue;
  readonly budget: BudgetTable;
  readonly variance: Pick<Comparison, 'phases'> | null;
}

const MeasureShape = z.union([z.object({ value: z.number() }), z.object({ notComputable: z.string() })]);

/** The measures of earned value, in the order of the page. */
export const EARNED = [
  'bac',
  'pv',
  'ev',
  'ac',
  'sv',
  'cv',
  'svPercent',
  'cvPercent',
  'spi',
  'cpi',
  'eac',
  'etc',
  'vac',
  'tcpiBac',
  'tcpiEac',
  'daysLate',
] as const satisfies readonly (keyof EarnedValue)[];
export type EarnedName = (typeof EARNED)[number];

/** The plan's money as a snapshot keeps it, in minor units of the currency. */
export const MoneyFigures = z.object({
  currency: z.string(),
  baseline: z.string().nullable(),
  eacVariant: z.enum(['trend', 'oneOff', 'both', 'bottomUp']),
  /** How percent complete was measured, and how much is. */
  method: z.string(),
  complete: MeasureShape,
  planned: z.number(),
  committed: z.number(),
  actual: MeasureShape,
  forecast: z.number(),
  earned: z.record(z.enum(EARNED), MeasureShape),
});
export type MoneyFigures = z.infer<typeof MoneyFigures>;

/** The money that a snapshot may keep: none where only admins are to see it. */
export function moneyOf(plan: PlanFacts | null): MoneyFigures | null {
  if (plan === null || plan.plan.audience === 'admins') return null;
  const { currency, baseline, earnedValue, budget, progress } = plan;
  const { planned, committed, actual, forecast } = budget.total;
  const earned = Object.fromEntries(EARNED.map((name) => [name, inEnglish(earnedValue[name])]));
  return {
    currency,
    baseline: baseline?.name ?? null,
    eacVariant: earnedValue.eacVariant,
    method: String(progress.method),
    complete: inEnglish(progress.complete),
    planned,
    committed,
    actual: inEnglish(actual),
    forecast,
    earned: earned as MoneyFigures['earned'],
  };
}

/** Kept figures say in English why they are none. */
const inEnglish = (measure: Measure): z.infer<typeof MeasureShape> =>
  'value' in measure ? measure : { notComputable: String(measure.notComputable) };
