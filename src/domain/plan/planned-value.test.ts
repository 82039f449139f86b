import '../../../test/support/in-english';
import { MONDAY_TO_FRIDAY } from '../calendar';
import fc from '../../../test/support/properties';
import { plannedValue, stillToCome } from './planned-value';

const line = (month: string, amount: number) => ({ month, category: 'Work', amount });
const PLAN = {
  start: '2026-06-15',
  finish: '2026-08-14',
  budget: [line('2026-06', 12_000), line('2026-07', 23_000), line('2026-08', 10_000)],
};

describe('planned value', () => {
  // June from the 15th: 12 working days. July: 23. August to the 14th: 10.
  it.each([
    ['2026-06-14', 0],
    ['2026-06-15', 1_000],
    ['2026-06-21', 5_000],
    ['2026-06-30', 12_000],
    ['2026-07-01', 13_000],
    ['2026-07-31', 35_000],
    ['2026-08-13', 44_000],
    ['2026-08-14', 45_000],
    ['2027-01-01', 45_000],
  ])('at the end of %s is %d', (asOf, expected) => {
    expect(plannedValue(PLAN, asOf, MONDAY_TO_FRIDAY)).toBe(expected);
  });

  it('leaves the holidays of the project out', () => {
    const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-06-16', '2026-06-17']) };
    // One of ten days.
    expect(plannedValue(PLAN, '2026-06-17', calendar)).toBe(1_200);
  });

  it('of a month without working days comes when the month is over', () => {
    const never = { weekdays: [], holidays: new Set<string>() };
    expect(plannedValue(PLAN, '2026-06-29', never)).toBe(0);
    expect(plannedValue(PLAN, '2026-06-30', never)).toBe(12_000);
  });

  it('never falls from one day to the next, and ends at the whole budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (days) => {
        const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10);
        const values = [days, days + 1, 200].map((n) => plannedValue(PLAN, day(n), MONDAY_TO_FRIDAY));
        expect(values[1]).toBeGreaterThanOrEqual(values[0] ?? NaN);
        expect(values[2]).toBe(45_000);
      }),
    );
  });

  it('counts as still to come what lies in this month or later', () => {
    expect(stillToCome(PLAN.budget, '2026-07-31').map(({ month }) => month)).toEqual(['2026-07', '2026-08']);
  });
});
