import fc from '../../../test/support/properties';
import { addDays, isWorkingDay, MONDAY_TO_FRIDAY, workingDaysIn } from '../calendar';
import { DEFAULT_LADDER } from './policy';
import {
  datesThatFire,
  escalationStages,
  firesForOwner,
  firesForLevels,
  ownerStage,
  stageName,
} from './stage';

const ownerOn = (due: string, today: string, calendar = MONDAY_TO_FRIDAY): string | null => {
  const stage = ownerStage(due, today, DEFAULT_LADDER, calendar);
  return stage && stageName(stage);
};
const chainOn = (due: string, today: string): string[] =>
  escalationStages(due, today, DEFAULT_LADDER, MONDAY_TO_FRIDAY).map(stageName);

describe('the ladder of a date in mid-week (Wednesday 2026-11-18)', () => {
  it.each([
    ['2026-11-12', null],
    ['2026-11-13', 'upcoming(3)'],
    ['2026-11-14', null],
    ['2026-11-16', null],
    ['2026-11-17', 'upcoming(1)'],
    ['2026-11-18', 'due-today'],
    ['2026-11-19', 'overdue(1)'],
    ['2026-11-20', null],
    ['2026-11-21', null],
    ['2026-11-23', 'overdue(3)'],
    ['2026-11-25', 'overdue(5)'],
    ['2026-12-09', 'overdue(15)'],
    ['2026-12-11', null],
  ])('on %s tells the owner %s', (today, expected) => {
    expect(ownerOn('2026-11-18', today)).toBe(expected);
  });

  it.each([
    ['2026-11-20', []],
    ['2026-11-23', ['escalated(1)']],
    ['2026-11-28', []],
    ['2026-11-30', ['escalated(2)']],
    ['2026-12-01', []],
  ])('on %s tells the chain %j', (today, expected) => {
    expect(chainOn('2026-11-18', today)).toEqual(expected);
  });
});

describe('the ladder of a date on a weekend (Saturday 2026-11-21)', () => {
  it.each([
    ['2026-11-17', 'upcoming(3)'],
    ['2026-11-19', 'upcoming(1)'],
    ['2026-11-20', 'due-today'],
    ['2026-11-21', null],
    ['2026-11-22', null],
    ['2026-11-23', 'overdue(1)'],
    ['2026-11-24', null],
    ['2026-11-25', 'overdue(3)'],
  ])('on %s tells the owner %s', (today, expected) => {
    expect(ownerOn('2026-11-21', today)).toBe(expected);
  });
});

describe('holidays', () => {
  const calendar = { ...MONDAY_TO_FRIDAY, holidays: new Set(['2026-12-25', '2026-12-28']) };

  it.each([
    ['2026-12-24', 'due-today'],
    ['2026-12-25', null],
    ['2026-12-28', null],
    ['2026-12-29', 'overdue(1)'],
  ])('beside a weekend: %s tells the owner %s', (today, expected) => {
    expect(ownerOn('2026-12-25', today, calendar)).toBe(expected);
  });
});

describe('laws of the ladder', () => {
  const calendars = fc.record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 10 }),
  });
  const day = fc.integer({ min: 18_000, max: 22_000 }).map((n) => addDays('1970-01-01', n));

  it('nothing is told on a day off, and one day tells an owner at most one thing', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -40, max: 40 }),
        calendars,
        (due, distance, { weekdays, holidays }) => {
          const calendar = { weekdays, holidays: new Set(holidays.map((n) => addDays(due, n))) };
          const today = addDays(due, distance);
          if (!isWorkingDay(today, calendar)) {
            expect([
              ownerStage(due, today, DEFAULT_LADDER, calendar),
              escalationStages(due, today, DEFAULT_LADDER, calendar),
            ]).toEqual([null, []]);
          }
        },
      ),
    );
  });

  it('each stage of one due date comes on exactly one day', () => {
    fc.assert(
      fc.property(day, (due) => {
        const stages: string[] = [];
        for (let n = -30; n <= 60; n += 1) {
          const today = addDays(due, n);
          const stage = ownerOn(due, today);
          stages.push(...(stage ? [stage] : []), ...chainOn(due, today));
        }
        expect(stages.sort()).toEqual(
          [
            'upcoming(3)',
            'upcoming(1)',
            'due-today',
            'escalated(1)',
            'escalated(2)',
            ...[1, 3, 5, 7, 9, 11, 13, 15].map((n) => `overdue(${n})`),
          ].sort(),
        );
      }),
    );
  });

  it('the dates that a query names are the very dates that fire', () => {
    fc.assert(
      fc.property(day, (today) => {
        const around = Array.from({ length: 121 }, (_, i) => addDays(today, i - 60));
        expect(datesThatFire(today, DEFAULT_LADDER, MONDAY_TO_FRIDAY, firesForOwner)).toEqual(
          around.filter((due) => ownerOn(due, today) !== null),
        );
        const leadDates = around.filter(
          (due) =>
            isWorkingDay(today, MONDAY_TO_FRIDAY) &&
            due < today &&
            workingDaysIn(due, today, MONDAY_TO_FRIDAY) === 3,
        );
        expect(
          datesThatFire(
            today,
            DEFAULT_LADDER,
            MONDAY_TO_FRIDAY,
            firesForLevels((who) => who.kind === 'lead'),
          ),
        ).toEqual(leadDates);
      }),
      { numRuns: 50 },
    );
  });
});
