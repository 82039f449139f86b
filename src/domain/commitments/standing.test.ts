import fc from '../../../test/support/properties';
import { addDays, MONDAY_TO_FRIDAY } from '../calendar';
import { DEFAULT_LADDER, type Ladder } from './policy';
import { escalationStages, ownerStage, stageName } from './stage';
import { isPastLadder, pastStages, standingOn } from './standing';

describe('where something due on Wednesday 2026-11-18 stands', () => {
  it.each([
    ['2026-11-13', 'upcoming', 3, 0],
    ['2026-11-15', 'upcoming', 3, 0],
    ['2026-11-17', 'upcoming', 1, 0],
    ['2026-11-18', 'due-today', 0, 0],
    ['2026-11-19', 'overdue', 1, 0],
    ['2026-11-22', 'overdue', 2, 0],
    ['2026-11-23', 'escalated', 3, 1],
    ['2026-11-30', 'escalated', 8, 2],
  ])('on %s: %s, %i working days, level %i', (today, kind, days, level) => {
    expect(standingOn('2026-11-18', today, DEFAULT_LADDER, MONDAY_TO_FRIDAY)).toEqual({ kind, days, level });
  });
});

it('a date on a weekend is due from the Friday before it, and no day late until Monday', () => {
  const on = (today: string) => standingOn('2026-11-21', today, DEFAULT_LADDER, MONDAY_TO_FRIDAY);
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(on)).toEqual([
    { kind: 'due-today', days: 0, level: 0 },
    { kind: 'due-today', days: 0, level: 0 },
    { kind: 'overdue', days: 0, level: 0 },
    { kind: 'overdue', days: 1, level: 0 },
  ]);
});

it.each([
  ['its last level', { ...DEFAULT_LADDER, escalations: [{ day: 4, to: { kind: 'lead' as const } }] }, 4],
  ['its last reminder, where it has no level', { ...DEFAULT_LADDER, escalations: [] }, 16],
  ['its date, where it has neither', { ...DEFAULT_LADDER, overdue: null, escalations: [] }, 1],
])('nothing follows on a ladder after %s', (_what, ladder: Ladder, day) => {
  expect([day - 1, day].map((days) => isPastLadder({ days }, ladder))).toEqual([false, true]);
});

const ladders = fc.record({
  leadDays: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
  overdue: fc.option(
    fc.record({
      first: fc.integer({ min: 1, max: 3 }),
      every: fc.integer({ min: 1, max: 4 }),
      last: fc.integer({ min: 3, max: 12 }),
    }),
  ),
  escalations: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map(([day, more]) => [
    { day, to: { kind: 'lead' as const } },
    { day: day + more, to: { kind: 'sponsor' as const } },
  ]),
});

it('the past stages are the very stages that have fired, on whatever ladder', () => {
  fc.assert(
    fc.property(
      ladders,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: -15, max: 30 }),
      (ladder, weekday, distance) => {
        const due = addDays('2026-11-16', weekday);
        const today = addDays(due, distance);
        const fired: string[] = [];
        for (let day = addDays(due, -30); day <= today; day = addDays(day, 1)) {
          const own = ownerStage(due, day, ladder, MONDAY_TO_FRIDAY);
          fired.push(...(own ? [stageName(own)] : []));
          fired.push(...escalationStages(due, day, ladder, MONDAY_TO_FRIDAY).map(stageName));
        }
        expect(pastStages(due, today, ladder, MONDAY_TO_FRIDAY).map(stageName).sort()).toEqual(fired.sort());
      },
    ),
  );
});
