import '../../../../test/support/words';
import { importPlan } from '../../../../src/domain/plan';
import type { PlanShape } from '../../api/contract';
import { t } from '../../shared/i18n';
import { planDifferences } from './differences';
import { freeId, monthsOf, toForm, toMinor, toPlan } from './plan-form';
import { readFile } from './read-file';

const PLAN: PlanShape = {
  currency: 'KWD',
  start: '2026-11-15',
  finish: '2027-01-10',
  phases: [
    { id: 'P1', name: 'Build', start: '2026-11-15', finish: '2027-01-10', weight: 1.5, versionId: '7' },
    { id: 'P3', name: 'Test', start: '2027-01-01', finish: '2027-01-10', weight: null, versionId: null },
  ],
  budget: [
    { month: '2026-11', category: 'Work', amount: 1_234_567 },
    { month: '2026-12', category: 'Travel', amount: 5 },
  ],
  commitments: [{ id: 'PO-1', month: '2026-11', category: 'Work', amount: 1_000, note: 'Half' }],
  costs: [{ id: 'C1', date: '2026-11-20', category: 'Work', amount: 250, note: '' }],
  forecast: [{ month: '2026-12', category: 'Work', amount: 9_000 }],
  eacVariant: 'bottomUp',
  progress: { by: 'storyPoints', fieldId: 'customfield_10016' },
  actualCost: { source: 'field', fieldId: 'customfield_10040' },
  audience: 'admins',
};

describe('the form of a plan', () => {
  it('gives back what it was given', () => {
    expect(toPlan(toForm(PLAN))).toEqual({ plan: PLAN, problems: {} });
  });

  it('shows the months of the project, and others that have an amount', () => {
    expect(monthsOf(toForm(PLAN))).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsOf({ ...toForm(PLAN), finish: '2026-11-30' })).toEqual(['2026-11', '2026-12']);
    expect(monthsOf({ ...toForm(PLAN), start: '', budget: {} })).toEqual([]);
    expect(monthsOf({ start: '0001-01-01', finish: '9999-12-31', budget: {} })).toHaveLength(120);
  });

  it.each([
    ['12.5', 'EUR', 1_250],
    [' 7 ', 'JPY', 7],
    ['7.5', 'JPY', null],
    ['1.2345', 'KWD', null],
    ['12,5', 'EUR', null],
    ['-1', 'EUR', null],
    ['', 'EUR', null],
  ])('reads "%s" %s as %s', (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor);
  });

  it('names the field at fault', () => {
    const form = toForm(PLAN);
    const line = (cells: Record<string, string>) => [{ row: 0, cells }];
    expect(
      Object.keys(
        toPlan({
          ...form,
          phases: line({ weight: 'heavy' }),
          costs: line({ amount: 'much' }),
          categories: ['Work', 'Work'],
          budget: { '2026-12 0': '1', '2026-12 1': 'x' },
        }).problems,
      ).sort(),
    ).toEqual(['budget.1.amount', 'categories.1', 'costs.0.amount', 'phases.0.weight']);
  });

  it('finds an id that is free', () => {
    expect(freeId('P', toForm(PLAN).phases)).toBe('P4');
  });
});

describe('two versions of a plan', () => {
  it('differ line by line', () => {
    expect(planDifferences(PLAN, PLAN)).toEqual([]);
    const theirs: PlanShape = { ...PLAN, finish: '2027-02-01', costs: [] };
    expect(planDifferences(PLAN, theirs)).toEqual([
      { line: 'Project finish', mine: '2027-01-10', theirs: '2027-02-01' },
      { line: 'Costs C1', mine: '2026-11-20, Work, 0.250', theirs: null },
    ]);
  });
});

describe('a file', () => {
  it('like the sample is one that the app takes whole', () => {
    const read = readFile(t('plan.importing.file'));
    const rows = 'rows' in read ? read.rows : [];
    const { plan, rows: outcomes } = importPlan(null, rows);
    expect(outcomes.map(({ outcome, why }) => why ?? outcome)).toEqual(Array(6).fill('created'));
    expect(plan).not.toBeNull();
  });

  it.each([
    ['kind,month\nbudget,2026-01', 'These columns are not known: kind.'],
    ['type,month\nbudget,2026-01,7', 'This file cannot be read'],
    [`type\n${'budget\n'.repeat(1_001)}`, 'at most 1000 lines'],
  ])('that is no import says why', (csv, why) => {
    expect(readFile(csv)).toEqual({ problem: expect.stringContaining(why) });
  });
});
