import { daysBetween, type LocalDate, type WorkingCalendar } from '../calendar';
import { from, known, type Measure, unknown } from './measure';
import { type BaselinePlan, type EacVariant, sumOf } from './plan';
import { plannedValue } from './planned-value';

/** Formula of each estimate at completion, as the page names it. */
export const EAC_FORMULA: Readonly<Record<EacVariant, string>> = {
  trend: 'BAC / CPI: the trend so far goes on',
  oneOff: 'AC + (BAC - EV): what went wrong does not come again',
  both: 'AC + (BAC - EV) / (CPI x SPI): cost and schedule both go on as they are',
  bottomUp: 'AC + ETC from the forecast, bottom-up',
};

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
  readonly plan: Pick<BaselinePlan, 'start' | 'finish' | 'budget'> | { readonly notComputable: string };
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
  const spi = ratio(ev, pv, `Nothing was planned to be done by ${asOf} (PV is 0).`);
  const cpi = ratio(ev, ac, 'No cost has been recorded yet (AC is 0).');
  const eac = estimateAtCompletion(input, { bac, ev, ac, spi, cpi });
  const etc = from([eac, ac], (estimate, spent) => known(estimate - spent));
  return {
    bac,
    pv,
    ev,
    ac,
    sv,
    cv,
    svPercent: ratio(sv, pv, `Nothing was planned to be done by ${asOf} (PV is 0).`),
    cvPercent: ratio(cv, ev, 'Nothing has been earned yet (EV is 0).'),
    spi,
    cpi,
    eacVariant,
    eac,
    etc,
    vac: from([bac, eac], (total, estimate) => known(total - estimate)),
    tcpiBac: toComplete(bac, ev, ac, bac, 'The whole budget is spent (AC is not below BAC).'),
    tcpiEac: toComplete(bac, ev, ac, eac, 'The whole estimate is spent (AC is not below EAC).'),
    daysLate: daysLate(input),
  };
}

function budgetAtCompletion(plan: EarnedValueInput['plan']): Measure {
  if ('notComputable' in plan) return plan;
  const total = sumOf(plan.budget);
  return total > 0 ? known(total) : unknown('The plan has no budget.');
}

/** A quotient of two figures, or why the divisor makes it meaningless. */
const ratio = (top: Measure, bottom: Measure, why: string): Measure =>
  from([top, bottom], (dividend, divisor) => (divisor === 0 ? unknown(why) : known(dividend / divisor)));

function estimateAtCompletion(
  { eacVariant, forecastToCome }: EarnedValueInput,
  { bac, ev, ac, spi, cpi }: Pick<EarnedValue, 'bac' | 'ev' | 'ac' | 'spi' | 'cpi'>,
): Measure {
  const nothingEarned = unknown('Nothing has been earned yet (EV is 0), so there is no trend to go on.');
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
const toComplete = (bac: Measure, ev: Measure, ac: Measure, goal: Measure, spentUp: string): Measure =>
  from([bac, ev, ac, goal], (total, earned, spent, limit) => {
    if (earned >= total) return unknown('All the work is done.');
    return spent >= limit ? unknown(spentUp) : known((total - earned) / (limit - spent));
  });

function daysLate({ plan, percentComplete, asOf }: EarnedValueInput): Measure {
  if ('notComputable' in plan) return plan;
  if (asOf <= plan.finish) return known(0);
  return from([percentComplete], (share) =>
    share >= 1
      ? unknown('All the work is done; issues do not say on which day it was.')
      : known(daysBetween(plan.finish, asOf)),
  );
}
