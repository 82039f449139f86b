import type { ReportingShape } from '../../api/contract';
import { t } from '../../shared/i18n';

type Tolerances = ReportingShape['tolerances'];

export const MEASURES = [
  ...(['schedule.overdueShare', 'schedule.milestoneDaysLate', 'schedule.spi', 'cost.overrun'] as const),
  ...(['scope.growth', 'risk.exposure', 'resources.unowned'] as const),
];
export type Measure = (typeof MEASURES)[number];

/** What is written into the two boxes of each measure; shares as per cent. */
export type BandsInput = Readonly<Record<Measure, { readonly amber: string; readonly red: string }>>;

/** Measures that are shares of 1, and written as per cent. */
const SHARES: ReadonlySet<Measure> = new Set([
  'schedule.overdueShare',
  'cost.overrun',
  'scope.growth',
  'resources.unowned',
]);

/** Measures that have a rule of their own when nothing is written. */
const OPTIONAL: ReadonlySet<Measure> = new Set(['risk.exposure']);

export function bandsOf({ schedule, cost, scope, risk, resources }: Tolerances): BandsInput {
  const written = (measure: Measure, band: { amber: number; red: number } | null) => {
    const shown = (value: number): string =>
      String(SHARES.has(measure) ? Number((value * 100).toFixed(4)) : value);
    return { amber: band ? shown(band.amber) : '', red: band ? shown(band.red) : '' };
  };
  return {
    'schedule.overdueShare': written('schedule.overdueShare', schedule.overdueShare),
    'schedule.milestoneDaysLate': written('schedule.milestoneDaysLate', schedule.milestoneDaysLate),
    'schedule.spi': written('schedule.spi', schedule.spi),
    'cost.overrun': written('cost.overrun', cost.overrun),
    'scope.growth': written('scope.growth', scope.growth),
    'risk.exposure': written('risk.exposure', risk.exposure),
    'resources.unowned': written('resources.unowned', resources.unowned),
  };
}

export function tolerancesOf(input: BandsInput): Tolerances {
  const band = (measure: Measure) => {
    const read = (written: string): number =>
      Number((numberOf(written) / (SHARES.has(measure) ? 100 : 1)).toFixed(6));
    return { amber: read(input[measure].amber), red: read(input[measure].red) };
  };
  const { amber, red } = input['risk.exposure'];
  return {
    schedule: {
      overdueShare: band('schedule.overdueShare'),
      milestoneDaysLate: band('schedule.milestoneDaysLate'),
      spi: band('schedule.spi'),
    },
    cost: { overrun: band('cost.overrun') },
    scope: { growth: band('scope.growth') },
    risk: { exposure: amber.trim() === '' && red.trim() === '' ? null : band('risk.exposure') },
    resources: { unowned: band('resources.unowned') },
  };
}

const numberOf = (written: string): number => Number(written.trim().replace(',', '.'));

/** What cannot be read as a number, by path. */
export function tolerancesProblems(input: BandsInput): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const measure of MEASURES) {
    const written = [input[measure].amber, input[measure].red].map((value) => value.trim());
    const isEmpty = written.every((value) => value === '');
    if (isEmpty && OPTIONAL.has(measure)) continue;
    if (written.some((value) => value === ''))
      problems[`tolerances.${measure}`] = t('reporting.tolerances.both');
    else if (written.some((value) => !Number.isFinite(numberOf(value))))
      problems[`tolerances.${measure}`] = t('reporting.tolerances.number');
  }
  return problems;
}
