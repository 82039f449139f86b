import { amountText, eacFormula, type Measure } from '../plan';
import type { AdfNode } from './adf';
import type { PageInput } from './document';
import { jqlUrl } from './links';
import { EARNED, type EarnedName, type PlanFacts } from './money';
import { bullets, grid, line, linked, type Words } from './parts';

type Input = Pick<PageInput, 'facts' | 'siteUrl'>;

/** Planned, committed, actual and forecast, and earned value: what can be computed, and why the rest cannot. */
export function moneyBody({ facts, siteUrl }: Input): AdfNode[] {
  const { plan } = facts;
  if (plan === null)
    return [line('Not computable: the project has no plan. Enter or import one on its page in Jira.')];
  if (plan.plan.audience === 'admins')
    return [line('The plan and its money are shown to project admins only, on the page in Jira.')];
  return [
    line(sourceWords(plan)),
    grid(['Category', 'Planned', 'Committed', 'Actual', 'Forecast to come'], budgetRows(plan, siteUrl)),
    progressList(plan, siteUrl),
    grid(['Earned value', 'Now'], earnedRows(plan)),
  ];
}

function sourceWords({ baseline, currency, earnedValue }: PlanFacts): string {
  const against =
    baseline === null
      ? 'the plan itself, since no baseline is set'
      : `baseline ${baseline.name}, set on ${baseline.setAt.slice(0, 10)}`;
  return `In ${currency}, measured against ${against}. Estimate at completion by ${eacFormula(earnedValue.eacVariant)}.`;
}

function budgetRows({ budget, currency, actualCost }: PlanFacts, siteUrl: string | null): Words[][] {
  const cells = (
    { planned, committed, actual, forecast }: PlanFacts['budget']['total'],
    jql: string | null,
  ) => [
    money(planned, currency),
    money(committed, currency),
    jql === null
      ? measured(actual, (value) => money(value, currency))
      : linked(
          measured(actual, (value) => money(value, currency)),
          jqlUrl(siteUrl, jql),
        ),
    money(forecast, currency),
  ];
  return [
    ...budget.rows.map((row) => [row.category, ...cells(row, null)]),
    ['Total', ...cells(budget.total, actualCost.jql)],
  ];
}

function progressList({ progress }: PlanFacts, siteUrl: string | null): AdfNode {
  const complete = measured(progress.complete, percent);
  const parts = progress.parts.map(({ name, done, total, doneJql, totalJql }): Words => [
    `${name === null ? 'The project' : `Phase ${name}`}: `,
    linked(measured(done, plain), jqlUrl(siteUrl, doneJql)),
    ' of ',
    linked(measured(total, plain), jqlUrl(siteUrl, totalJql)),
    '.',
  ]);
  return bullets([`Percent complete: ${complete}, by ${progress.method}.`, ...parts]);
}

/** The measures of earned value as the field calls them, in the order of the page. */
export const EARNED_TITLES: Readonly<Record<EarnedName, string>> = {
  bac: 'Budget at completion (BAC)',
  pv: 'Planned value (PV)',
  ev: 'Earned value (EV)',
  ac: 'Actual cost (AC)',
  sv: 'Schedule variance (SV = EV - PV)',
  cv: 'Cost variance (CV = EV - AC)',
  svPercent: 'Schedule variance, share (SV / PV)',
  cvPercent: 'Cost variance, share (CV / EV)',
  spi: 'Schedule performance index (SPI = EV / PV)',
  cpi: 'Cost performance index (CPI = EV / AC)',
  eac: 'Estimate at completion (EAC)',
  etc: 'Estimate to complete (ETC = EAC - AC)',
  vac: 'Variance at completion (VAC = BAC - EAC)',
  tcpiBac: 'To-complete index for the budget (TCPI)',
  tcpiEac: 'To-complete index for the estimate (TCPI)',
  daysLate: 'Days after the planned finish',
};
const RATIOS: readonly EarnedName[] = ['spi', 'cpi', 'tcpiBac', 'tcpiEac'];
const SHARES: readonly EarnedName[] = ['svPercent', 'cvPercent'];

/** What a measure's number is: `money` in minor units, `share` with 1 for all. */
export function earnedKind(name: EarnedName): 'money' | 'ratio' | 'share' | 'days' {
  if (name === 'daysLate') return 'days';
  if (RATIOS.includes(name)) return 'ratio';
  return SHARES.includes(name) ? 'share' : 'money';
}

function earnedRows({ earnedValue, currency }: PlanFacts): Words[][] {
  const show = {
    days: plain,
    ratio: (value: number) => value.toFixed(2),
    share: percent,
    money: (value: number) => money(value, currency),
  };
  return EARNED.map((name) => [EARNED_TITLES[name], measured(earnedValue[name], show[earnedKind(name)])]);
}

const measured = (measure: Measure, show: (value: number) => string): string =>
  'value' in measure ? show(measure.value) : `not computable: ${measure.notComputable}`;
const plain = (value: number): string => String(Math.round(value * 100) / 100);
const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;
const money = (minor: number, currency: string): string => amountText(minor, currency);
