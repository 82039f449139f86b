import { rate, type Tolerances } from './rag';
import type { Facts, Milestone, Rag, Reason } from './snapshot';

const TODAY = '2012-07-20';
const QUIET: Parameters<typeof rate>[0] = {
  figures: { open: 100, overdue: 0, opened: 5, resolved: 5, dueNextWeek: 0, backlog: null },
  openDated: 40,
  risks: [{ key: 'P-1', summary: 'Fire', score: 4, residual: null, state: 'assessed' }],
  unreadableRisks: 0,
};
const milestone = (date: string | null, change: Partial<Milestone> = {}): Milestone => ({
  id: date ?? '0',
  name: '1.0',
  date,
  first: date,
  released: false,
  ...change,
});
const ON_TIME = [milestone('2012-08-01')];

const facts = (figures: Partial<Facts['figures']>, change: Partial<Facts> = {}) => ({
  ...QUIET,
  ...change,
  figures: { ...QUIET.figures, ...figures },
});
const of = (reasons: readonly Reason[], start: RegExp): Reason | undefined =>
  reasons.find(({ text }) => start.test(text));

describe('the colour of overdue work', () => {
  it.each<[number, number, Rag]>([
    [0, 40, 'green'],
    [1, 40, 'green'],
    [2, 40, 'amber'],
    [5, 40, 'amber'],
    [6, 40, 'red'],
    [40, 40, 'red'],
  ])('of %i in %i items with a due date is %3$s', (overdue, openDated, rag) => {
    expect(of(rate(facts({ overdue }, { openDated }), ON_TIME, TODAY).reasons, /overdue/)?.rag).toBe(rag);
  });

  it('is told with its numbers', () => {
    expect(of(rate(facts({ overdue: 5 }), ON_TIME, TODAY).reasons, /overdue/)?.text).toBe(
      '5 of 40 open items with a due date are overdue, 12.5 % (amber from 5 %, red from 15 %).',
    );
  });

  it('is not computable where nothing has a due date', () => {
    const { reasons } = rate(facts({}, { openDated: 0 }), ON_TIME, TODAY);

    expect(of(reasons, /Overdue work/)).toEqual({
      dimension: 'Schedule',
      rag: null,
      text: 'Overdue work is not computable: no open item has a due date.',
    });
  });
});

describe('the colour of a milestone', () => {
  it.each<[string, Rag, number]>([
    ['2012-07-20', 'green', 0],
    ['2012-07-13', 'green', 7],
    ['2012-07-12', 'amber', 8],
    ['2012-06-20', 'amber', 30],
    ['2012-06-19', 'red', 31],
  ])('that was due on %s is %s, %i days late', (date, rag) => {
    const { reasons } = rate(QUIET, [milestone(date), milestone('2012-09-01')], TODAY);

    expect(of(reasons, /[Mm]ilestone/)?.rag).toBe(rag);
  });

  it('that was released, or has no date, is not late', () => {
    const done = milestone('2012-01-01', { released: true });

    expect(of(rate(QUIET, [done, milestone(null)], TODAY).reasons, /Milestones/)).toMatchObject({
      rag: null,
    });
  });

  it('is told with name, date and how many others are late', () => {
    const late = [milestone('2012-07-01', { name: 'Beta' }), milestone('2012-06-01', { name: 'Alpha' })];

    expect(of(rate(QUIET, late, TODAY).reasons, /Milestone /)?.text).toBe(
      'Milestone Alpha was due on 2012-06-01, 49 days ago, and 1 more is late (amber above 7 days, red above 30).',
    );
  });
});

describe('the colour of scope', () => {
  it.each<[number, number, number, Rag | null]>([
    [100, 5, 5, 'green'],
    [100, 0, 9, 'green'],
    [104, 6, 2, 'green'],
    [105, 6, 1, 'amber'],
    [110, 12, 2, 'red'],
    [3, 3, 0, null],
    [0, 0, 0, 'green'],
  ])('with %i open, %i opened and %i resolved is %s', (open, opened, resolved, rag) => {
    const { reasons } = rate(facts({ open, opened, resolved }), ON_TIME, TODAY);

    expect(reasons.find(({ dimension }) => dimension === 'Scope')?.rag).toBe(rag);
  });
});

describe('the colour of risk', () => {
  const risk = (score: number | null, residual: number | null = null) => ({
    key: 'P-9',
    summary: 'Flood',
    score,
    residual,
    state: 'responding',
  });
  it.each<[string, Facts['risks'], Rag | null]>([
    ['no risk', [], null],
    ['a risk without a score', [risk(null)], null],
    ['a score of 7', [risk(7)], 'green'],
    ['a score of 8', [risk(8), risk(2)], 'amber'],
    ['a score of 15', [risk(3), risk(15)], 'red'],
    ['a score of 20 that was answered down to 6', [risk(20, 6)], 'green'],
  ])('with %s is %3$s', (_what, risks, rag) => {
    const { reasons } = rate({ ...QUIET, risks }, ON_TIME, TODAY);

    expect(reasons.find(({ dimension }) => dimension === 'Risk')?.rag).toBe(rag);
  });

  it('says how many records it could not read', () => {
    const { reasons } = rate({ ...QUIET, unreadableRisks: 2 }, ON_TIME, TODAY);

    expect(of(reasons, /could not be read/)?.text).toContain('2 risk records could not be read.');
  });
});

describe('the overall colour', () => {
  it('is the worst of all, and the worst reason comes first', () => {
    const { rag, reasons } = rate(facts({ overdue: 3 }, { risks: [] }), [milestone('2012-01-01')], TODAY);

    expect(rag).toBe('red');
    expect(reasons.map((reason) => reason.rag)).toEqual(['red', 'amber', null, 'green']);
  });

  it('is not green by silence: nothing computable is amber', () => {
    const nothing = facts({ open: 0, opened: 1, resolved: 0 }, { openDated: 0, risks: [] });

    const { rag, reasons } = rate(nothing, [], TODAY);

    expect(reasons.map((reason) => reason.rag)).toEqual([null, null, null, null]);
    expect(rag).toBe('amber');
  });

  it("follows the project's own tolerances", () => {
    const strict: Tolerances = {
      overdueShare: { amber: 0, red: 0.01 },
      milestoneDaysLate: { amber: 0, red: 1 },
      growth: { amber: 0.01, red: 0.02 },
      riskScore: { amber: 1, red: 4 },
    };

    expect(rate(QUIET, ON_TIME, TODAY).rag).toBe('green');
    expect(rate(QUIET, ON_TIME, TODAY, strict).rag).toBe('red');
  });
});
