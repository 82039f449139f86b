import { say, type Text, type Words } from '../../words';
import { daysBetween, type LocalDate, type WorkingCalendar } from '../calendar';
import { from, known, type Measure, unknown } from './measure';
import { type BaselinePlan, type EacVariant, sumOf } from './plan';
import { plannedValue } from './planned-value';

/** Formula of an estimate at completion, as the page names it. */
export const eacFormula = (variant: EacVariant): Words => say(`plan.eac.${variant}`);

/**
 * Earned value by PMBOK's terms. Money in integer minor units, percentages and indices as ratios (0.25 is 25 %).
 * Ratios are computed from the rounded amounts, so that who divides two figures of the page gets the third.
 */
export interface EarnedValue {
  readonly bac: Measure;
  readonly pv: Measure;
  readonly ev: Measure;
  readonly ac: Measure;
  readonly sv: Measure;
  readonly cv: Measure;
  readonly svPercent: Measure;
  readonly cvPercent: Measure;
  readonly spi: Measure;
  readonly cpi: Measure;
  readonly eacVariant: EacVariant;
  readonly eac: Measure;
  readonly etc: Measure;
  readonly vac: Measure;
  /** What the rest must perform at to keep the budget (BAC), or the estimate (EAC). */
  readonly tcpiBac: Measure;
  readonly tcpiEac: Measure;
  /** Calendar days after the planned finish without being done; SPI drifts back to 1 by then and says nothing. */
  readonly daysLate: Measure;
}

export interface EarnedValueInput {
  /** What is measured against: the active baseline, or the plan itself; or why there is nothing to measure against. */
  readonly plan: Pick<BaselinePlan, 'start' | 'finish' | 'budget'> | { readonly notComputable: Text };
  /** 0 to 1. */
  readonly percentComplete: Measure;
  readonly actualCost: Measure;
  /** The status date; the whole day counts. */
  readonly asOf: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly eacVariant: EacVariant;
  /** Bottom-up estimate of what is still to be spent. */
  readonly forecastToCome: Measure;
}

/** PMBOK Guide, 6th edition, 7.4.2.2 (control costs, data analysis). */
export function earnedValue(input: EarnedValueInput): EarnedValue {
  const { plan, asOf, calendar, eacVariant, actualCost: ac, percentComplete } = input;
  const bac = budgetAtCompletion(plan);
  const pv = from([bac], () => ('budget' in plan ? known(plannedValue(plan, asOf, calendar)) : plan));
  const ev = from([bac, percentComplete], (total, share) => known(Math.round(total * share)));
  const sv = from([ev, pv], (earned, planned) => known(earned - planned));
  const cv = from([ev, ac], (earned, spent) => known(earned - spent));
  const spi = ratio(ev, pv, say('plan.why.nothingPlanned', { date: { date: asOf } }));
  const cpi = ratio(ev, ac, say('plan.why.noCost'));
  const eac = estimateAtCompletion(input, { bac, ev, ac, spi, cpi });
  const etc = from([eac, ac], (estimate, spent) => known(estimate - spent));
  return {
    bac,
    pv,
    ev,
    ac,
    sv,
    cv,
    svPercent: ratio(sv, pv, say('plan.why.nothingPlanned', { date: { date: asOf } })),
    cvPercent: ratio(cv, ev, say('plan.why.nothingEarned')),
    spi,
    cpi,
    eacVariant,
    eac,
    etc,
    vac: from([bac, eac], (total, estimate) => known(total - estimate)),
    tcpiBac: toComplete(bac, ev, ac, bac, say('plan.why.budgetSpent')),
    tcpiEac: toComplete(bac, ev, ac, eac, say('plan.why.estimateSpent')),
    daysLate: daysLate(input),
  };
}

function budgetAtCompletion(plan: EarnedValueInput['plan']): Measure {
  if ('notComputable' in plan) return plan;
  const total = sumOf(plan.budget);
  return total > 0 ? known(total) : unknown(say('plan.why.noBudget'));
}

/** A quotient of two figures, or why the divisor makes it meaningless. */
const ratio = (top: Measure, bottom: Measure, why: Text): Measure =>
  from([top, bottom], (dividend, divisor) => (divisor === 0 ? unknown(why) : known(dividend / divisor)));

function estimateAtCompletion(
  { eacVariant, forecastToCome }: EarnedValueInput,
  { bac, ev, ac, spi, cpi }: Pick<EarnedValue, 'bac' | 'ev' | 'ac' | 'spi' | 'cpi'>,
): Measure {
  const nothingEarned = unknown(say('plan.why.noTrend'));
  switch (eacVariant) {
    case 'trend':
      return from([bac, cpi], (total, cost) => (cost > 0 ? known(Math.round(total / cost)) : nothingEarned));
    case 'oneOff':
      return from([ac, bac, ev], (spent, total, earned) => known(spent + total - earned));
    case 'both':
      return from([ac, bac, ev, cpi, spi], (spent, total, earned, cost, schedule) =>
        cost > 0 && schedule > 0
          ? known(spent + Math.round((total - earned) / (cost * schedule)))
          : nothingEarned,
      );
    case 'bottomUp':
      return from([bac, ac, forecastToCome], (_total, spent, toCome) => known(spent + toCome));
  }
}

/** (BAC - EV) / (goal - AC): undefined or negative once the goal is spent, and pointless once the work is done. */
const toComplete = (bac: Measure, ev: Measure, ac: Measure, goal: Measure, spentUp: Text): Measure =>
  from([bac, ev, ac, goal], (total, earned, spent, limit) => {
    if (earned >= total) return unknown(say('plan.why.allDone'));
    return spent >= limit ? unknown(spentUp) : known((total - earned) / (limit - spent));
  });

function daysLate({ plan, percentComplete, asOf }: EarnedValueInput): Measure {
  if ('notComputable' in plan) return plan;
  if (asOf <= plan.finish) return known(0);
  return from([percentComplete], (share) =>
    share >= 1 ? unknown(say('plan.why.doneUndated')) : known(daysBetween(plan.finish, asOf)),
  );
}
