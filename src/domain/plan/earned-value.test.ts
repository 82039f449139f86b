import { inEnglish } from '../../../test/support/in-english';
import { MONDAY_TO_FRIDAY } from '../calendar';
import fc from '../../../test/support/properties';
import { earnedValue, type EarnedValue, type EarnedValueInput } from './earned-value';
import { known, type Measure, unknown } from './measure';

// Ten months of 100.00 each: BAC is 1,000.00.
const PLAN = {
  start: '2026-01-01',
  finish: '2026-10-31',
  budget: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((month) => ({
    month: `2026-${month}`,
    category: 'Work',
    amount: 10_000,
  })),
};
/** Five months are over: PV is 500.00. */
const AFTER_MAY = '2026-05-31';

const at = (change: Partial<EarnedValueInput> = {}): EarnedValue =>
  earnedValue({
    plan: PLAN,
    percentComplete: known(0.4),
    actualCost: known(60_000),
    asOf: AFTER_MAY,
    calendar: MONDAY_TO_FRIDAY,
    eacVariant: 'trend',
    forecastToCome: unknown('There is no forecast.'),
    ...change,
  });
const shown = (measure: Measure) =>
  'value' in measure ? Number(measure.value.toFixed(4)) : measure.notComputable;
const figures = (change: Partial<EarnedValueInput>, ...names: Exclude<keyof EarnedValue, 'eacVariant'>[]) =>
  names.map((name) => shown(at(change)[name]));

describe('earned value', () => {
  // By hand: EV 400, PV 500, AC 600, CPI 2/3, SPI 0.8, EAC 1000 / (2/3) = 1500.
  it('follows the formulas', () => {
    const { eacVariant, ...measures } = at();
    expect(eacVariant).toBe('trend');
    expect(
      Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, shown(measure)])),
    ).toEqual({
      bac: 100_000,
      pv: 50_000,
      ev: 40_000,
      ac: 60_000,
      sv: -10_000,
      cv: -20_000,
      svPercent: -0.2,
      cvPercent: -0.5,
      spi: 0.8,
      cpi: 0.6667,
      eac: 150_000,
      etc: 90_000,
      vac: -50_000,
      tcpiBac: 1.5,
      tcpiEac: 0.6667,
      daysLate: 0,
    });
  });

  // EAC by hand: 600 + (1000 - 400) = 1200; 600 + 600 / (2/3 x 0.8) = 1725; 600 + 700 = 1300.
  it.each([
    ['trend', 150_000, 90_000, -50_000],
    ['oneOff', 120_000, 60_000, -20_000],
    ['both', 172_500, 112_500, -72_500],
    ['bottomUp', 130_000, 70_000, -30_000],
  ] as const)('estimates at completion by %s', (eacVariant, eac, etc, vac) => {
    expect(figures({ eacVariant, forecastToCome: known(70_000) }, 'eac', 'etc', 'vac')).toEqual([
      eac,
      etc,
      vac,
    ]);
  });

  it.each([
    [
      'before the start',
      { asOf: '2025-12-31' },
      { pv: 0, svPercent: 'Nothing was planned', spi: 'Nothing was planned', cpi: 0.6667 },
    ],
    [
      'with no cost',
      { actualCost: known(0) },
      { ac: 0, cpi: 'No cost', eac: 'No cost', vac: 'No cost', tcpiBac: 0.6 },
    ],
    [
      'with nothing earned',
      { percentComplete: known(0) },
      { ev: 0, cpi: 0, cvPercent: 'Nothing has been earned', eac: 'there is no trend', tcpiBac: 2.5 },
    ],
    [
      'with nothing earned, both ways',
      { percentComplete: known(0), eacVariant: 'both' },
      { eac: 'there is no trend' },
    ],
    [
      'with the budget spent',
      { actualCost: known(100_000) },
      { tcpiBac: 'The whole budget is spent', eac: 250_000, tcpiEac: 0.4 },
    ],
    ['with more than the budget spent', { actualCost: known(120_000) }, { tcpiBac: 'The whole budget' }],
    [
      'with the work done',
      { percentComplete: known(1) },
      { tcpiBac: 'All the work is done', tcpiEac: 'All the work', eac: 60_000, etc: 0 },
    ],
    [
      'without a forecast',
      { eacVariant: 'bottomUp' },
      { eac: 'There is no forecast', etc: 'There is no forecast', vac: 'There is no forecast', cpi: 0.6667 },
    ],
    [
      'with a forecast of nothing',
      { eacVariant: 'bottomUp', forecastToCome: known(0) },
      { eac: 60_000, tcpiEac: 'The whole estimate is spent' },
    ],
    [
      'without a plan',
      { plan: unknown('The project has no plan.') },
      { bac: 'no plan', pv: 'no plan', ev: 'no plan', daysLate: 'no plan' },
    ],
    [
      'without a budget',
      { plan: { ...PLAN, budget: [] } },
      { bac: 'no budget', pv: 'no budget', spi: 'no budget', eac: 'no budget' },
    ],
    [
      'without progress',
      { percentComplete: unknown('No issues.') },
      { pv: 50_000, ev: 'No issues', spi: 'No issues', ac: 60_000 },
    ],
    [
      'without known cost',
      { actualCost: unknown('Too many issues.') },
      { spi: 0.8, ac: 'Too many', cpi: 'Too many', eac: 'Too many', tcpiBac: 'Too many' },
    ],
    [
      'past the finish, where SPI drifts to 1',
      { asOf: '2026-11-10', percentComplete: known(0.99) },
      { pv: 100_000, spi: 0.99, daysLate: 10 },
    ],
    [
      'past the finish, with the work done',
      { asOf: '2026-11-10', percentComplete: known(1) },
      { spi: 1, daysLate: 'All the work is done' },
    ],
  ] as const)('%s says what is known and why the rest is not', (_name, change, expected) => {
    const measures = at(change);
    for (const [name, value] of Object.entries(expected)) {
      const is = shown(measures[name as 'pv']);
      if (typeof value === 'number') expect([name, is]).toEqual([name, value]);
      else expect([name, inEnglish(is)]).toEqual([name, expect.stringContaining(value)]);
    }
  });

  it('never gives a figure that is no number', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('trend', 'oneOff', 'both', 'bottomUp'),
        (done, cost, day, eacVariant) => {
          const asOf = new Date(Date.UTC(2025, 11, 1 + day)).toISOString().slice(0, 10);
          const { eacVariant: _, ...measures } = at({
            percentComplete: known(done),
            actualCost: known(cost),
            asOf,
            eacVariant,
          });
          for (const measure of Object.values(measures))
            expect('value' in measure ? Number.isFinite(measure.value) : measure.notComputable !== '').toBe(
              true,
            );
        },
      ),
    );
  });
});
