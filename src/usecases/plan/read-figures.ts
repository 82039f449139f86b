import { type LocalDate, localDate, type WorkingCalendar } from '../../domain/calendar';
import {
  type Baseline,
  type BudgetTable,
  budgetTable,
  compareBaselines,
  type Comparison,
  type EarnedValue,
  earnedValue,
  type EarnedValueInput,
  known,
  type Measure,
  methodName,
  percentComplete,
  type Plan,
  type ProgressMethod,
  type ProgressPart,
  stillToCome,
  sumOf,
  unknown,
} from '../../domain/plan';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Plans } from '../../ports/plans';
import { readActualCost, readProgress } from './read-facts';
import { say, type Text } from '../../words';

export interface FiguresDeps {
  readonly plans: Pick<Plans, 'read' | 'activeBaseline'>;
  /** As the app for a report, as the person who is present for a screen. */
  readonly facts: Pick<JiraFacts, 'count' | 'sumField'>;
}

export interface FiguresInput {
  readonly project: { readonly id: string; readonly key: string };
  readonly now: Date;
  /** The project's own zone and working days. */
  readonly zone: string;
  readonly calendar: WorkingCalendar;
}

/** Everything that a report or a screen says about the plan of one project. Money in minor units of `currency`. */
export interface PlanFigures {
  readonly plan: Plan;
  readonly currency: string;
  /** Instant at which the figures were computed, ISO 8601; `asOf` is that day on the project's calendar. */
  readonly computedAt: string;
  readonly asOf: LocalDate;
  /** What the plan is measured against; `null`: no baseline is set, and it is measured against itself. */
  readonly baseline: Pick<Baseline, 'number' | 'name' | 'setAt' | 'setBy' | 'why'> | null;
  readonly progress: {
    readonly by: ProgressMethod['by'];
    /** How the page names the method. */
    readonly method: Text;
    /** 0 to 1. */
    readonly complete: Measure;
    /** One for the project, or one a weighed phase, each with the JQL that proves it. */
    readonly parts: readonly ProgressPart[];
  };
  readonly actualCost: {
    readonly source: Plan['actualCost']['source'];
    readonly value: Measure;
    /** The issues whose field adds up to it; `null` where it is the sum of the plan's own entries. */
    readonly jql: string | null;
  };
  readonly earnedValue: EarnedValue;
  readonly budget: BudgetTable;
  /** Baseline against plan: days by phase, budget by category; `null` without a baseline. */
  readonly variance: Comparison | null;
}

/**
 * Reads and computes the plan's figures. Two reads of storage, and of Jira: 2 points by issues (4 a weighed phase at
 * most), or a point an issue with a value by story points, estimates or a cost field, 5,000 at most; beyond that the
 * figure says that it is not computable. `null` where the project has no plan.
 *
 *     const figures = await readPlanFigures({ plans, facts: app.facts }, { project, now, zone, calendar });
 */
export async function readPlanFigures(deps: FiguresDeps, input: FiguresInput): Promise<PlanFigures | null> {
  const { project, now, zone, calendar } = input;
  const [stored, baseline] = await Promise.all([
    deps.plans.read(project.id),
    deps.plans.activeBaseline(project.id),
  ]);
  if (stored === null) return null;
  const { plan } = stored;
  const asOf = localDate(now, zone);
  const [parts, actualCost] = await Promise.all([
    readProgress(deps.facts, project.key, plan),
    readActualCost(deps.facts, project.key, plan, asOf),
  ]);
  const complete = percentComplete(parts);
  return {
    plan,
    currency: plan.currency,
    computedAt: now.toISOString(),
    asOf,
    baseline: baseline && {
      number: baseline.number,
      name: baseline.name,
      setAt: baseline.setAt,
      setBy: baseline.setBy,
      why: baseline.why,
    },
    progress: { by: plan.progress.by, method: methodName(plan.progress.by), complete, parts },
    actualCost,
    earnedValue: earnedValue({
      plan: measuredAgainst(plan, baseline),
      percentComplete: complete,
      actualCost: actualCost.value,
      asOf,
      calendar,
      eacVariant: plan.eacVariant,
      forecastToCome: forecastToCome(plan, asOf),
    }),
    budget: budgetTable(plan, actualCost.value, asOf),
    variance: baseline && compareBaselines(baseline.plan, plan),
  };
}

/** A baseline in another currency cannot be set against today's costs. */
function measuredAgainst(plan: Plan, baseline: Baseline | null): EarnedValueInput['plan'] {
  if (baseline === null || baseline.plan.currency === plan.currency) return baseline?.plan ?? plan;
  const { name } = baseline;
  return unknown(say('plan.why.otherCurrency', { name, own: baseline.plan.currency, plan: plan.currency }));
}

function forecastToCome({ forecast }: Plan, asOf: LocalDate): Measure {
  const lines = stillToCome(forecast, asOf);
  return lines.length > 0 ? known(sumOf(lines)) : unknown(say('plan.why.noForecast'));
}
