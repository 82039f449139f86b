import fc from '../../../test/support/properties';
import { addDays, MONDAY_TO_FRIDAY } from '../calendar';
import { DEFAULT_LADDER, type Ladder } from './policy';
import { escalationStages, ownerStage, stageName } from './stage';
import { stepsOf } from './steps';

const named = (due: string, ladder: Ladder = DEFAULT_LADDER, calendar = MONDAY_TO_FRIDAY): string[] =>
  stepsOf(due, ladder, calendar).map(({ stage, day }) => `${day} ${stageName(stage)}`);

const SHORT: Ladder = {
  leadDays: [1],
  overdue: { first: 1, every: 1, last: 2 },
  escalations: [{ day: 2, to: { kind: 'lead' } }],
};

describe('the steps of a ladder', () => {
  it('stand on working days, the chain beside the owner', () => {
    expect(named('2026-07-23', SHORT)).toEqual([
      '2026-07-22 upcoming(1)',
      '2026-07-23 due-today',
      '2026-07-24 overdue(1)',
      '2026-07-27 overdue(2)',
      '2026-07-27 escalated(1)',
    ]);
  });

  it('announce a date on a weekend on the working day before it', () => {
    expect(named('2026-07-26', SHORT)).toEqual([
      '2026-07-23 upcoming(1)',
      '2026-07-24 due-today',
      '2026-07-27 overdue(1)',
      '2026-07-28 overdue(2)',
      '2026-07-28 escalated(1)',
    ]);
  });

  it('pass over holidays', () => {
    const holidays = new Set(['2026-07-23', '2026-07-24']);
    expect(named('2026-07-22', SHORT, { weekdays: [1, 2, 3, 4, 5], holidays })).toEqual([
      '2026-07-21 upcoming(1)',
      '2026-07-22 due-today',
      '2026-07-27 overdue(1)',
      '2026-07-28 overdue(2)',
      '2026-07-28 escalated(1)',
    ]);
  });

  it('are none where nobody ever works', () => {
    expect(named('2026-07-22', SHORT, { weekdays: [], holidays: new Set() })).toEqual([]);
  });

  it('are the days on which something fires, and no others', () => {
    const ladder: fc.Arbitrary<Ladder> = fc.record({
      leadDays: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
      overdue: fc.option(
        fc.record({
          first: fc.integer({ min: 1, max: 5 }),
          every: fc.integer({ min: 1, max: 5 }),
          last: fc.integer({ min: 1, max: 20 }),
        }),
      ),
      escalations: fc
        .uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 3 })
        .map((days) => days.sort((a, b) => a - b).map((day) => ({ day, to: { kind: 'lead' as const } }))),
    });
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const offset = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(ladder, weekdays, offset, (rungs, days, n) => {
        const calendar = { weekdays: days, holidays: new Set(['2026-07-23']) };
        const due = addDays('2026-07-01', n);
        const walked: string[] = [];
        for (let i = -250; i <= 250; i += 1) {
          const day = addDays(due, i);
          const owner = ownerStage(due, day, rungs, calendar);
          for (const stage of [...(owner ? [owner] : []), ...escalationStages(due, day, rungs, calendar)])
            walked.push(`${day} ${stageName(stage)}`);
        }
        expect(named(due, rungs, calendar)).toEqual(walked);
      }),
      { numRuns: 60 },
    );
  });
});
