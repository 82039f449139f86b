import '../../../test/support/in-english';
import { factsOf } from '../../../test/support/status-facts';
import { isoWeek } from '../calendar';
import { deltaOf } from './delta';
import { MAX_MILESTONES, takeSnapshot, type SnapshotInput } from './report';
import type { Version } from './facts';
import { Snapshot, type TopRisk } from './snapshot';

const WEEK = isoWeek('2012-07-20');
const version = (id: string, releaseDate: string | null, change: Partial<Version> = {}): Version => ({
  id,
  name: `v${id}`,
  releaseDate,
  released: false,
  archived: false,
  ...change,
});
const risk = (key: string, score: number | null, residual: number | null = null): TopRisk => ({
  key,
  summary: `Risk ${key}`,
  score,
  residual,
  state: 'assessed',
});
const FIGURES = { open: 10, overdue: 2, opened: 3, resolved: 1, dueNextWeek: 4, backlog: 1 };
const take = (facts: Parameters<typeof factsOf>[0] = {}, change: Partial<SnapshotInput> = {}) =>
  takeSnapshot({
    facts: factsOf({ ...facts, figures: { ...FIGURES, ...facts?.figures } }),
    queries: { open: 'project = "P"', backlog: null },
    week: WEEK,
    today: '2012-07-20',
    asOf: new Date('2012-07-20T13:00:00Z'),
    previous: null,
    ...change,
  });

describe('a snapshot', () => {
  it('survives storage as JSON', () => {
    const snapshot = take({ versions: [version('1', '2012-08-01')], risks: [risk('P-1', 9)] });

    expect(Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    expect(snapshot).toMatchObject({ week: '2012-W29', queries: { open: 'project = "P"' } });
  });

  it('takes as milestones what is dated and open, and what was released this week', () => {
    const versions = [
      version('late', '2012-07-01'),
      version('undated', null),
      version('now', '2012-07-18', { released: true }),
      version('before', '2012-07-13', { released: true }),
      version('old', '2012-06-01', { archived: true }),
      version('ahead', '2012-09-01'),
    ];

    expect(take({ versions }).milestones.map(({ id }) => id)).toEqual(['late', 'now', 'ahead']);
  });

  it('keeps the first date that was ever promised, over any number of slips', () => {
    const first = take({ versions: [version('1', '2012-07-01')] });
    const second = take({ versions: [version('1', '2012-08-01')] }, { previous: first });
    const third = take({ versions: [version('1', null)] }, { previous: second });

    expect(third.milestones).toEqual([
      { id: '1', name: 'v1', date: null, first: '2012-07-01', baseline: null, released: false },
    ]);
  });

  it('orders risks by exposure: a residual score counts instead of the inherent one', () => {
    const risks = [
      risk('A', 20, 2),
      risk('B', 9),
      risk('C', 12),
      risk('D', 1),
      risk('E', null),
      risk('F', 25, 25),
      risk('G', 5),
    ];

    expect(take({ risks }).risks.map(({ key }) => key)).toEqual(['F', 'C', 'B', 'G', 'A', 'D', 'E']);
  });

  it('stays small enough for a content property whatever people name things', () => {
    const versions = Array.from({ length: 50 }, (_, n) =>
      version(String(n), '2012-08-01', { name: 'x'.repeat(255) }),
    );
    const risks = Array.from({ length: 50 }, (_, n) => ({ ...risk(`P-${n}`, 9), summary: 'y'.repeat(255) }));

    expect(JSON.stringify(take({ versions, risks })).length).toBeLessThan(20_000);
  });
});

describe('the change since the last report', () => {
  it('is the difference of the figures that both have', () => {
    const previous = take({ figures: { open: 7, overdue: 5, backlog: null } });

    const { figures, since } = deltaOf(take(), previous);

    expect(figures).toMatchObject({ open: 3, overdue: -3, opened: 0, resolved: 0, dueNextWeek: 0 });
    expect(figures).not.toHaveProperty('backlog');
    expect(since).toBe('2012-W29');
  });

  it('names each move of a milestone', () => {
    const previous = take({
      versions: ['same', 'later', 'earlier', 'undated', 'done', 'gone'].map((id) =>
        version(id, '2012-08-01'),
      ),
    });
    const versions = [
      version('same', '2012-08-01'),
      version('later', '2012-08-20'),
      version('earlier', '2012-07-25'),
      version('undated', null),
      version('done', '2012-07-19', { released: true }),
      version('fresh', '2012-09-01'),
    ];

    const { milestones } = deltaOf(take({ versions }, { previous }), previous);

    expect(
      Object.fromEntries(milestones.map(({ milestone, from, move }) => [milestone.id, [from, move]])),
    ).toEqual({
      same: ['2012-08-01', 'same'],
      later: ['2012-08-01', 'later'],
      earlier: ['2012-08-01', 'earlier'],
      undated: ['2012-08-01', 'undated'],
      done: ['2012-08-01', 'released'],
      fresh: [null, 'new'],
      gone: ['2012-08-01', 'gone'],
    });
  });

  it('does not call a milestone gone that was pushed off a full list', () => {
    const previous = take({ versions: [version('far', '2013-01-01')] });
    const near = Array.from({ length: MAX_MILESTONES }, (_, n) => version(String(n), '2012-08-01'));

    const { milestones } = deltaOf(
      take({ versions: [...near, version('far', '2013-01-01')] }, { previous }),
      previous,
    );

    expect(milestones.filter(({ move }) => move === 'gone')).toEqual([]);
  });

  it('does not call a milestone new that may have been beyond the end of a full list', () => {
    const near = Array.from({ length: MAX_MILESTONES }, (_, n) => version(String(n), '2012-08-01'));
    const far = [version('beyond', '2013-01-01'), version('within', '2012-07-25')];
    const previous = take({ versions: near });

    const { milestones } = deltaOf(take({ versions: [...near.slice(5), ...far] }, { previous }), previous);

    const moves = new Map(milestones.map(({ milestone, move }) => [milestone.id, move]));
    expect([moves.get('beyond'), moves.get('within')]).toEqual(['same', 'new']);
  });

  it('names each move of a risk', () => {
    const previous = take({ risks: [risk('up', 5), risk('down', 20), risk('same', 9), risk('gone', 12)] });
    const now = take({ risks: [risk('up', 10), risk('down', 20, 4), risk('same', 9), risk('new', 3)] });

    expect(deltaOf(now, previous).risks.map(({ risk: { key }, from, move }) => [key, from, move])).toEqual([
      ['up', 5, 'up'],
      ['same', 9, 'same'],
      ['down', 20, 'down'],
      ['new', null, 'new'],
      ['gone', 12, 'gone'],
    ]);
  });
});
