import { inEnglish } from '../../../test/support/in-english';
import fc from '../../../test/support/properties';
import {
  baselinePlan,
  type BaselinePlan,
  budgetTable,
  checkPlan,
  compareBaselines,
  describeChanges,
  known,
  parseAmount,
  percentComplete,
  type Plan,
  unknown,
} from '.';

const PLAN: Plan = {
  currency: 'EUR',
  start: '2026-01-01',
  finish: '2026-06-30',
  phases: [
    { id: 'P1', name: 'Design', start: '2026-01-01', finish: '2026-02-28', weight: null, versionId: null },
    { id: 'P2', name: 'Build', start: '2026-02-01', finish: '2026-06-30', weight: null, versionId: '7' },
  ],
  budget: [
    { month: '2026-01', category: 'Work', amount: 1_000 },
    { month: '2026-02', category: 'Work', amount: 2_000 },
    { month: '2026-02', category: 'Travel', amount: 300 },
  ],
  commitments: [{ id: 'PO-1', month: '2026-02', category: 'Work', amount: 1_500, note: '' }],
  costs: [
    { id: 'C1', date: '2026-01-31', category: 'Work', amount: 900, note: '' },
    { id: 'C2', date: '2026-02-20', category: 'Hire', amount: 50, note: '' },
  ],
  forecast: [
    { month: '2026-01', category: 'Work', amount: 7 },
    { month: '2026-03', category: 'Work', amount: 80 },
  ],
  eacVariant: 'trend',
  progress: { by: 'issues' },
  actualCost: { source: 'entries' },
  audience: 'everyone',
};
const [DESIGN, BUILD] = PLAN.phases;
const with0 = (list: 'phases' | 'budget' | 'costs' | 'commitments', change: object): Plan =>
  ({ ...PLAN, [list]: PLAN[list].map((entry, at) => (at === 0 ? { ...entry, ...change } : entry)) }) as Plan;

describe('a plan', () => {
  it('that is in order has no problems, overlapping phases included', () => {
    expect(checkPlan(PLAN)).toEqual({});
  });

  it.each<[string, Plan, string, string]>([
    ['an unknown currency', { ...PLAN, currency: 'EUX' }, 'currency', 'is no currency'],
    [
      'dates backwards',
      { ...PLAN, phases: [], budget: [], finish: '2025-01-01' },
      'finish',
      'before the start',
    ],
    ['a day that is none', { ...PLAN, start: '2026-02-30' }, 'start', 'is no date'],
    ['a phase backwards', with0('phases', { finish: '2025-12-01' }), 'phases.0.finish', 'before the start'],
    ['a phase too early', with0('phases', { start: '2025-12-01' }), 'phases.0.start', 'starts before'],
    ['an id twice', with0('phases', { id: 'P2' }), 'phases.1.id', 'in row 1'],
    ['an order twice', with0('costs', { id: 'C2' }), 'costs.1.id', 'used twice'],
    ['one weight alone', with0('phases', { weight: 1, versionId: '1' }), 'phases.1.weight', 'every phase'],
    ['a month twice', with0('budget', { month: '2026-02' }), 'budget.1.month', 'in row 1'],
    ['nothing', with0('budget', { amount: 0 }), 'budget.0.amount', 'more than zero'],
    ['a negative amount', with0('costs', { amount: -1 }), 'costs.0.amount', 'more than zero'],
    ['half a cent', with0('commitments', { amount: 0.5 }), 'commitments.0.amount', 'whole minor units'],
    ['a month that is none', with0('commitments', { month: '2026-00' }), 'commitments.0.month', 'no month'],
    [
      'too much text',
      {
        ...PLAN,
        costs: Array.from({ length: 1_500 }, (_, n) => ({
          id: `C${n}`,
          date: '2026-01-01',
          category: 'Work',
          amount: 1,
          note: 'x'.repeat(150),
        })),
      },
      'plan',
      'KB too long',
    ],
  ])('with %s is refused at its field', (_name, plan, path, problem) => {
    expect(String(checkPlan(plan)[path])).toContain(problem);
  });
});

describe('money', () => {
  it.each([
    ['0.1', 'EUR', 10],
    ['1234.50', 'EUR', 123_450],
    ['1234', 'JPY', 1_234],
    ['1.234', 'KWD', 1_234],
    ['4.35', 'USD', 435],
  ])('reads %s %s exactly', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ minor });
  });

  it.each([
    ['1.5', 'JPY', 'more decimals than JPY, which has no decimals'],
    ['1.2345', 'KWD', 'which has 3 decimals'],
    ['1e3', 'EUR', 'is no amount'],
    ['9999999999999', 'EUR', 'too large'],
  ])('refuses %s %s', (text, currency, refused) => {
    expect(inEnglish(parseAmount(text, currency))).toEqual({ refused: expect.stringContaining(refused) });
  });
});

describe('the budget table', () => {
  it('keeps planned, committed, actual and forecast apart, as of a day', () => {
    const { rows, total } = budgetTable(PLAN, known(900), '2026-02-10');
    expect(rows).toEqual([
      { category: 'Work', planned: 3_000, committed: 1_500, actual: known(900), forecast: 80 },
      { category: 'Travel', planned: 300, committed: 0, actual: known(0), forecast: 0 },
    ]);
    expect(total).toEqual({ planned: 3_300, committed: 1_500, actual: known(900), forecast: 80 });
  });

  it('does not spread a cost over categories that a field does not know', () => {
    const plan: Plan = { ...PLAN, actualCost: { source: 'field', fieldId: 'customfield_1' } };
    const { rows, total } = budgetTable(plan, known(5), '2026-02-10');
    expect(inEnglish(rows[0]?.actual)).toEqual({ notComputable: expect.stringContaining('no categories') });
    expect(total.actual).toEqual(known(5));
  });
});

describe('percent complete', () => {
  const part = (name: string | null, weight: number, done: number, total: number) => ({
    name,
    weight,
    done: known(done),
    total: known(total),
    doneJql: '',
    totalJql: '',
  });
  // (3 x 50 % + 1 x 100 %) / 4
  it('weighs phases', () => {
    expect(percentComplete([part('A', 3, 5, 10), part('B', 1, 2, 2)])).toEqual(known(0.625));
  });
  it.each([
    [[part(null, 1, 0, 0)], 'The project has no work'],
    [[part('A', 1, 1, 1), part('B', 1, 0, 0)], 'Phase B has no work'],
    [[{ ...part(null, 1, 1, 1), done: unknown('Gone.') }], 'Gone.'],
  ])('says why there is none', (parts, why) => {
    expect(inEnglish(percentComplete(parts))).toEqual({ notComputable: expect.stringContaining(why) });
  });
});

describe('a comparison', () => {
  it('tells days by phase and money by category', () => {
    const after: BaselinePlan = {
      ...baselinePlan(PLAN),
      finish: '2026-07-10',
      phases: [
        { ...BUILD!, start: '2026-02-03', finish: '2026-07-10' },
        { ...DESIGN!, id: 'P3', name: 'Test' },
      ],
      budget: [{ month: '2026-01', category: 'Work', amount: 4_000 }],
    };
    const comparison = compareBaselines(baselinePlan(PLAN), after);
    expect(comparison).toMatchObject({ startDays: 0, finishDays: 10, budgetChange: known(700) });
    expect(comparison.phases.map(({ id, startDays, finishDays }) => [id, startDays, finishDays])).toEqual([
      ['P2', known(2), known(10)],
      ['P3', unknown('The phase is new.'), unknown('The phase is new.')],
      ['P1', unknown('The phase was taken out.'), unknown('The phase was taken out.')],
    ]);
    expect(comparison.budget).toEqual([
      { category: 'Work', before: 3_000, after: 4_000, change: known(1_000) },
      { category: 'Travel', before: 300, after: 0, change: known(-300) },
    ]);
  });

  it('does not set one currency against another', () => {
    const other = { ...baselinePlan(PLAN), currency: 'USD' };
    expect(compareBaselines(baselinePlan(PLAN), other).budgetChange).toEqual({
      notComputable: 'One budget is in EUR, the other in USD.',
    });
  });

  const day = fc
    .integer({ min: 0, max: 400 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const plans: fc.Arbitrary<BaselinePlan> = fc.record({
    currency: fc.constant('EUR'),
    start: day,
    finish: day,
    phases: fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        name: fc.string(),
        start: day,
        finish: day,
        weight: fc.constant(null),
        versionId: fc.constant(null),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    ),
    budget: fc.array(
      fc.record({
        month: day.map((date) => date.slice(0, 7)),
        category: fc.constantFrom('A', 'B', 'C'),
        amount: fc.integer({ min: 1, max: 1e9 }),
      }),
      { maxLength: 20 },
    ),
  });
  const numbers = (value: unknown): number[] =>
    JSON.stringify(value)
      .match(/"(?:startDays|finishDays|change|budgetChange)":(?:\{"value":)?(-?\d+)/g)
      ?.map((text) => Number(/-?\d+$/.exec(text)?.[0])) ?? [];

  it('with itself is zero throughout', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const found = numbers(compareBaselines(plan, plan));
        expect(found.length).toBeGreaterThanOrEqual(3);
        expect(found.every((number) => number === 0)).toBe(true);
      }),
    );
  });

  it('the other way round has the other sign', () => {
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        expect(sum(numbers(compareBaselines(a, b))) + sum(numbers(compareBaselines(b, a)))).toBe(0);
      }),
    );
  });
});

describe('a change', () => {
  it('is told line by line', () => {
    const after = { ...with0('budget', { amount: 1_100 }), costs: [] };
    expect(describeChanges(PLAN, after)).toEqual([
      'Budget 2026-01 Work: 10.00 EUR -> 11.00 EUR',
      'Cost C1: taken out, was 2026-01-31 Work 9.00 EUR',
      'Cost C2: taken out, was 2026-02-20 Hire 0.50 EUR',
    ]);
    expect(describeChanges(PLAN, PLAN)).toEqual([]);
    expect(describeChanges(null, PLAN)).toContain('Phase P1: Design, 2026-01-01 to 2026-02-28 (new)');
  });
});
