import { inEnglish } from '../../../test/support/in-english';
import { importPlan } from './import';
import type { ImportRow } from './import-rows';
import type { Plan } from './plan';

const PROJECT = { type: 'project', currency: 'EUR', start: '2026-01-01', finish: '2026-06-30' };
const BUDGET = { type: 'budget', month: '2026-02', category: 'Licences', amount: '1200.50' };
const COST = { type: 'cost', id: 'INV-1', date: '2026-02-03', category: 'Licences', amount: '99', note: 'x' };
const ORDER = { type: 'commitment', id: 'PO-1', month: '2026-02', category: 'Licences', amount: '1000' };
const PHASE = { type: 'phase', id: 'P1', name: 'Design', start: '2026-01-01', finish: '2026-02-28' };
const FORECAST = { type: 'forecast', month: '2026-07', category: 'Licences', amount: '5' };
const ALL: ImportRow[] = [PROJECT, PHASE, BUDGET, ORDER, COST, FORECAST];

const outcomes = (before: Plan | null, rows: readonly ImportRow[]) =>
  importPlan(before, rows).rows.map(({ outcome, what }) => `${outcome} ${what}`);
function imported(rows: readonly ImportRow[] = ALL, before: Plan | null = null): Plan {
  const { plan, rows: said, problems } = importPlan(before, rows);
  if (plan === null) throw new Error(JSON.stringify([said, problems]));
  return plan;
}

describe('an import', () => {
  it('makes a plan from nothing', () => {
    expect(outcomes(null, ALL)).toEqual([
      'created project',
      'created phase P1',
      'created budget 2026-02 Licences',
      'created commitment PO-1',
      'created cost INV-1',
      'created forecast 2026-07 Licences',
    ]);
    expect(imported()).toEqual({
      currency: 'EUR',
      start: '2026-01-01',
      finish: '2026-06-30',
      phases: [
        {
          id: 'P1',
          name: 'Design',
          start: '2026-01-01',
          finish: '2026-02-28',
          weight: null,
          versionId: null,
        },
      ],
      budget: [{ month: '2026-02', category: 'Licences', amount: 120_050 }],
      commitments: [{ id: 'PO-1', month: '2026-02', category: 'Licences', amount: 100_000, note: '' }],
      costs: [{ id: 'INV-1', date: '2026-02-03', category: 'Licences', amount: 9_900, note: 'x' }],
      forecast: [{ month: '2026-07', category: 'Licences', amount: 500 }],
      eacVariant: 'trend',
      progress: { by: 'issues' },
      actualCost: { source: 'entries' },
      audience: 'everyone',
    });
  });

  it('of the same file again changes nothing', () => {
    const before = imported();
    expect(outcomes(before, ALL).every((outcome) => outcome.startsWith('unchanged'))).toBe(true);
    expect(imported(ALL, before)).toEqual(before);
  });

  it('changes what it names and leaves the rest alone', () => {
    const before = imported();
    const after = imported([{ ...BUDGET, amount: '7' }], before);
    expect(outcomes(before, [{ ...BUDGET, amount: '7' }])).toEqual(['changed budget 2026-02 Licences']);
    expect(after).toEqual({ ...before, budget: [{ ...before.budget[0], amount: 700 }] });
  });

  it.each<[string, ImportRow, string, string]>([
    ['an unknown type', { ...BUDGET, type: 'x' }, 'type', 'Write one of: project, phase, budget'],
    ['no type', { month: '2026-02' }, 'type', 'Write one of'],
    ['an empty amount', { ...BUDGET, amount: '' }, 'amount', '"" is no amount'],
    ['a missing id', { ...COST, id: ' ' }, 'id', 'Give an id'],
    ['nothing', { ...BUDGET, amount: '0' }, 'amount', 'more than zero'],
    ['a negative amount', { ...BUDGET, amount: '-5' }, 'amount', 'without a sign'],
    ['separators', { ...BUDGET, amount: '1,200' }, 'amount', 'without a sign or separators'],
    ['too many decimals', { ...BUDGET, amount: '1.005' }, 'amount', 'more decimals than EUR'],
    ['a formula', { ...BUDGET, amount: '=1+1' }, 'amount', 'is no amount'],
    ['a month that is none', { ...BUDGET, month: '2026-13' }, 'month', 'YYYY-MM'],
    ['a month outside the project', { ...BUDGET, month: '2026-07' }, 'month', 'outside the project'],
    ['a day that is none', { ...COST, date: '2026-02-30' }, 'date', 'YYYY-MM-DD'],
    [
      'dates backwards',
      { ...PHASE, start: '2026-03-02', finish: '2026-03-01' },
      'finish',
      'before the start',
    ],
    ['a phase outside the project', { ...PHASE, finish: '2026-07-01' }, 'finish', 'after the project'],
    ['a weight without a version', { ...PHASE, weight: '2' }, 'version', 'needs a version'],
    ['a cell that its type does not know', { ...BUDGET, note: 'lost' }, 'note', 'A budget has no note'],
    ['a currency that is none', { ...PROJECT, currency: 'ZZZ' }, 'currency', 'currency code'],
    ['another currency', { ...PROJECT, currency: 'USD' }, 'currency', 'not be converted'],
    [
      'a project that ends before its phases',
      { ...PROJECT, finish: '2025-12-31' },
      'finish',
      'before the start',
    ],
  ])('with %s is refused as a whole and says where', (_name, row, field, why) => {
    const { rows, plan } = importPlan(imported(), [FORECAST, row]);
    expect(plan).toBeNull();
    expect(inEnglish(rows[1])).toMatchObject({
      row: 2,
      outcome: 'refused',
      field,
      why: expect.stringContaining(why),
    });
  });

  it('refuses a line that says the same again, and one that breaks what the file does not name', () => {
    expect(importPlan(imported(), [COST, COST]).rows[1]).toMatchObject({
      outcome: 'refused',
      why: 'Row 1 says this already.',
    });
    const shorter = importPlan(imported(), [{ ...PROJECT, finish: '2026-01-31' }]);
    expect(shorter.plan).toBeNull();
    expect(inEnglish(shorter.problems)).toEqual([
      expect.stringContaining('phases.0.finish: Design finishes after the project does, 2026-01-31.'),
      expect.stringContaining('budget.0.month: 2026-02 lies outside the project'),
    ]);
  });

  it('without a plan and without a line of type project says what is missing', () => {
    const { rows, plan, problems } = importPlan(null, [PHASE, BUDGET]);
    expect(plan).toBeNull();
    expect(inEnglish(rows.map(({ why }) => why))).toEqual([
      expect.stringContaining('no plan yet'),
      expect.stringContaining('no currency yet'),
    ]);
    expect(problems).toHaveLength(1);
  });
});
