import '../../../test/support/in-english';
import { factsOf } from '../../../test/support/status-facts';
import { rate } from './rag';
import type { Facts } from './facts';
import type { Figures, Milestone, Rag, Reason, TopRisk } from './snapshot';
import { DEFAULT_TOLERANCES, type Tolerances } from './tolerances';

const TODAY = '2012-07-20';
const CALM: readonly TopRisk[] = [
  { key: 'P-1', summary: 'Fire', score: 4, residual: null, state: 'assessed' },
];
const QUIET = factsOf({ risks: CALM });
const rated = (facts: Facts, milestones: readonly Milestone[], tolerances: Tolerances = DEFAULT_TOLERANCES) =>
  rate({ facts, milestones, today: TODAY, tolerances, length: 'week' });
const milestone = (date: string | null, change: Partial<Milestone> = {}): Milestone => ({
  id: date ?? '0',
  name: '1.0',
  date,
  first: date,
  baseline: null,
  released: false,
  ...change,
});
const ON_TIME = [milestone('2012-08-01')];

const facts = (figures: Partial<Figures>, risks = CALM) => factsOf({ figures, risks });
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
    expect(of(rated(facts({ overdue, openDated }), ON_TIME).reasons, /overdue/)?.rag).toBe(rag);
  });

  it('is told with its numbers', () => {
    expect(of(rated(facts({ overdue: 5 }), ON_TIME).reasons, /overdue/)?.text).toBe(
      '5 of 40 open items with a due date are overdue, 12.5 % (amber from 5 %, red from 15 %).',
    );
  });

  it('is not computable where nothing has a due date', () => {
    const { reasons } = rated(facts({ openDated: 0 }), ON_TIME);

    expect(of(reasons, /Overdue work/)).toMatchObject({
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
    const { reasons } = rated(QUIET, [milestone(date), milestone('2012-09-01')]);

    expect(of(reasons, /[Mm]ilestone/)?.rag).toBe(rag);
  });

  it('that was released, or has no date, is not late', () => {
    const done = milestone('2012-01-01', { released: true });

    expect(of(rated(QUIET, [done, milestone(null)]).reasons, /Milestones/)).toMatchObject({
      rag: null,
    });
  });

  it('is told with name, date and how many others are late', () => {
    const late = [milestone('2012-07-01', { name: 'Beta' }), milestone('2012-06-01', { name: 'Alpha' })];

    expect(of(rated(QUIET, late).reasons, /Milestone /)?.text).toBe(
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
    const { reasons } = rated(facts({ open, opened, resolved }), ON_TIME);

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
  it.each<[string, readonly TopRisk[], Rag | null]>([
    ['no risk', [], null],
    ['a risk without a score', [risk(null)], null],
    ['a score of 7', [risk(7)], 'green'],
    ['a score of 8', [risk(8), risk(2)], 'amber'],
    ['a score of 15', [risk(3), risk(15)], 'red'],
    ['a score of 20 that was answered down to 6', [risk(20, 6)], 'green'],
  ])('with %s is %3$s', (_what, risks, rag) => {
    const { reasons } = rated(factsOf({ risks }), ON_TIME);

    expect(reasons.find(({ dimension }) => dimension === 'Risk')?.rag).toBe(rag);
  });

  it('says how many records it could not read', () => {
    const { reasons } = rated(factsOf({ registers: { unreadable: 2 } }), ON_TIME);

    expect(of(reasons, /could not be read/)?.text).toContain('2 records of registers could not be read.');
  });
});

describe('the overall colour', () => {
  it('is the worst of all, and the worst reason comes first', () => {
    const { rag, reasons } = rated(facts({ overdue: 3 }, []), [milestone('2012-01-01')]);

    expect(rag).toBe('red');
    expect(reasons.map((reason) => reason.rag)).toEqual(['red', 'amber', null, null, null, 'green', 'green']);
  });

  it('is not green by silence: nothing computable is amber', () => {
    const nothing = facts({ open: 0, opened: 1, resolved: 0, openDated: 0 }, []);

    const { rag, reasons } = rated(nothing, []);

    expect(reasons.map((reason) => reason.rag)).toEqual(Array(7).fill(null));
    expect(rag).toBe('amber');
  });

  it("follows the project's own tolerances", () => {
    const strict: Tolerances = {
      ...DEFAULT_TOLERANCES,
      resources: { unowned: { amber: 0, red: 0.01 } },
      schedule: { ...DEFAULT_TOLERANCES.schedule, overdueShare: { amber: 0.01, red: 0.02 } },
    };
    const facts = factsOf({ figures: { overdue: 1 }, risks: CALM });

    expect(rated(facts, ON_TIME).rag).toBe('green');
    expect(rated(facts, ON_TIME, strict).rag).toBe('red');
  });
});

describe('the colour of resources', () => {
  it.each<[number, number, Rag | null]>([
    [0, 40, 'green'],
    [2, 40, 'amber'],
    [6, 40, 'red'],
    [0, 0, null],
  ])('with %i of %i items without an owner is %s', (unowned, openDated, rag) => {
    const { reasons } = rated(facts({ unowned, openDated }), ON_TIME);

    expect(reasons.find(({ dimension }) => dimension === 'Resources')?.rag).toBe(rag);
  });
});

describe('the plan', () => {
  const plan = (estimate: number, spi: number): Facts['plan'] =>
    ({
      plan: { phases: [], audience: 'everyone' },
      earnedValue: { vac: { value: 1_000 - estimate }, bac: { value: 1_000 }, spi: { value: spi } },
    }) as unknown as Facts['plan'];
  it.each<[number, Rag]>([
    [900, 'green'],
    [1_099, 'green'],
    [1_100, 'amber'],
    [1_199, 'amber'],
    [1_200, 'red'],
  ])('that estimates %i for a budget of 1000 is %s for cost', (estimate, rag) => {
    const { reasons } = rated(factsOf({ plan: plan(estimate, 1) }), ON_TIME);

    expect(reasons.find(({ dimension }) => dimension === 'Cost')?.rag).toBe(rag);
  });

  it.each<[number, Rag]>([
    [1, 'green'],
    [0.95, 'green'],
    [0.94, 'amber'],
    [0.84, 'red'],
  ])('with an SPI of %f is %s for schedule', (spi, rag) => {
    const { reasons } = rated(factsOf({ plan: plan(1_000, spi) }), ON_TIME);

    expect(of(reasons, /SPI/)?.rag).toBe(rag);
  });

  it('that is missing, or that only admins see, is told as such and colours nothing', () => {
    const hidden = { ...plan(9_000, 0.1), plan: { phases: [], audience: 'admins' } } as Facts['plan'];
    const costs = [null, hidden].map((one) =>
      of(rated(factsOf({ plan: one }), ON_TIME).reasons, /^Not computable: the p/),
    );

    expect(costs).toMatchObject([
      { dimension: 'Cost', rag: null, text: 'Not computable: the project has no plan.' },
      { dimension: 'Cost', rag: null, text: 'Not computable: the plan is shown to project admins only.' },
    ]);
  });
});
