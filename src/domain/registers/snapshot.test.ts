import fc from '../../../test/support/properties';
import { configure } from './configure';
import { figuresOf } from './figures';
import { risk } from './risk';
import { changesSince, type Mark, movementOf, packMarks, unpackMarks } from './snapshot';
import type { StoredRecord } from './stored';

const risks = configure(risk, risk.defaults);
const mark = (more: Partial<Mark> = {}): Mark => ({
  state: 'assessed',
  score: 6,
  residualScore: null,
  targetScore: null,
  ...more,
});
const record = (more: Partial<StoredRecord> = {}): StoredRecord => ({
  ...mark(),
  v: 2,
  id: null,
  revision: 1,
  band: 'Low',
  values: {},
  updatedAt: '2026-07-20T09:00:00.000Z',
  ...more,
});

describe('the figures of a register', () => {
  const of = (...records: StoredRecord[]) => figuresOf(risks, records, { today: '2026-09-01', zone: 'UTC' });

  it('count what is open by band, add up its scores, and leave out what is over', () => {
    expect(
      of(
        record(),
        record({ score: 20, band: 'High' }),
        record({ score: null, band: null, values: { reviewDate: '2026-09-01' } }),
        record({ score: 25, band: 'High', state: 'closed' }),
      ),
    ).toEqual({
      total: 4,
      open: 3,
      byState: { assessed: 3, closed: 1 },
      byBand: { Low: 1, High: 1 },
      unrated: 1,
      exposure: 26,
      overdueReviews: 2,
    });
  });

  it('add decimal scores up exactly', () => {
    expect(of(record({ score: 0.1 }), record({ score: 0.2 })).exposure).toBe(0.3);
  });

  it.each<[string, Partial<StoredRecord>, number]>([
    ['on the day itself', { values: { reviewDate: '2026-09-01' } }, 0],
    ['on the day after', { values: { reviewDate: '2026-08-31' } }, 1],
    ['by the cadence of its band', { band: 'Low', updatedAt: '2026-08-01T23:30:00.000Z' }, 1],
    ['never without date and band', { band: null }, 0],
  ])('count a review as late: %s', (_name, more, late) => {
    expect(of(record(more)).overdueReviews).toBe(late);
  });
});

describe('since the week before', () => {
  it('there is nothing to compare in the first', () => {
    expect(changesSince(risks, new Map([['1', mark()]]), null)).toBeNull();
    expect(movementOf('1', 6, null)).toBeNull();
  });

  it('every record is new, gone, or was there before', () => {
    const marks = fc
      .uniqueArray(fc.nat(12), { maxLength: 12 })
      .chain((ids) =>
        fc
          .tuple(...ids.map(() => fc.constantFrom('identified', 'assessed', 'closed', 'occurred')))
          .map((states) => new Map(ids.map((id, i) => [String(id), mark({ state: states[i]! })]))),
      );
    fc.assert(
      fc.property(marks, marks, (then, now) => {
        const changes = changesSince(risks, now, { week: '2026-W30', marks: then });
        expect(now.size - changes!.added).toBe(then.size - changes!.gone);
        expect(changes!.closed).toBeLessThanOrEqual(changes!.moved);
        const back = changesSince(risks, then, { week: '2026-W31', marks: now });
        expect(back).toMatchObject({ added: changes!.gone, gone: changes!.added, moved: changes!.moved });
      }),
    );
  });

  it.each<[number | null, number | null, ReturnType<typeof movementOf>]>([
    [6, 9, { direction: 'up', scoreBefore: 6 }],
    [6, 4, { direction: 'down', scoreBefore: 6 }],
    [6, 6, { direction: 'same', scoreBefore: 6 }],
    [null, 6, null],
    [6, null, null],
  ])('a score went from %p to %p', (then, now, movement) => {
    expect(movementOf('1', now, new Map([['1', mark({ score: then })]]))).toEqual(movement);
  });

  it('a record may be new', () => {
    expect(movementOf('2', 6, new Map([['1', mark()]]))).toEqual({ direction: 'new', scoreBefore: null });
  });
});

describe('the marks of a snapshot', () => {
  it('come back as they were kept', () => {
    const score = fc.option(fc.constantFrom(1, 6, 0.72, 25));
    const marks = fc.dictionary(
      fc.nat().map(String),
      fc.record({
        state: fc.constantFrom('identified', 'assessed', 'closed'),
        score,
        residualScore: score,
        targetScore: score,
      }),
    );
    fc.assert(
      fc.property(marks, (given) => {
        const kept = new Map(Object.entries(given));
        expect(unpackMarks(packMarks(kept))).toEqual(kept);
      }),
    );
  });

  it('of 10,000 records fit values of storage, each at most 240 KiB', () => {
    const many = new Map(
      Array.from({ length: 10_000 }, (_, n) => [
        String(1_000_000_000 + n),
        mark({ score: 0.072, residualScore: 0.056, targetScore: 0.042 }),
      ]),
    );
    const parts = packMarks(many);
    expect(unpackMarks(parts)).toEqual(many);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(240 * 1024);
    expect(parts.length).toBeLessThan(4);
  });
});
