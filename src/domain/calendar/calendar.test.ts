import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from '../../../test/support/properties';
import {
  addDays,
  datesOnEarth,
  instantAt,
  isLocalDate,
  isoWeek,
  isWorkingDay,
  isZone,
  lastWorkingDay,
  localDate,
  localMinute,
  MONDAY_TO_FRIDAY,
  weekday,
  workingDaysIn,
} from '.';

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));
const zones = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Los_Angeles',
  'Europe/London',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Sao_Paulo',
];

describe('local dates', () => {
  it.each([
    ['2012-02-29', true],
    ['2013-02-29', false],
    ['2012-02-31', false],
    ['2012-13-01', false],
    ['1900-01-01', true],
    ['9999-12-31', true],
    ['2012-2-9', false],
    ['', false],
  ])('reads %s as a date: %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });

  it('knows its weekdays before and after 1970', () => {
    expect([
      weekday('1969-12-29'),
      weekday('1970-01-01'),
      weekday('2012-07-16'),
      weekday('2012-07-22'),
    ]).toEqual([1, 4, 1, 7]);
  });
});

describe('ISO weeks', () => {
  it('agree with date-fns on every date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const week = isoWeek(date);
        const noon = new Date(`${date}T12:00:00Z`);
        expect([week.year, week.week]).toEqual([getISOWeekYear(noon), getISOWeek(noon)]);
        expect(week.start <= date && date <= week.end).toBe(true);
      }),
    );
  });

  it('number the 53rd week in its own year', () => {
    expect(isoWeek('2021-01-03')).toEqual({
      year: 2020,
      week: 53,
      label: '2020-W53',
      start: '2020-12-28',
      end: '2021-01-03',
    });
  });
});

describe('working days', () => {
  const withHolidays = { ...MONDAY_TO_FRIDAY, holidays: new Set(['2026-12-25', '2026-12-26', '2026-12-28']) };

  it('are counted after the first day up to and with the last', () => {
    expect(workingDaysIn('2026-12-24', '2026-12-29', withHolidays)).toBe(1);
    expect(workingDaysIn('2026-12-29', '2026-12-24', withHolidays)).toBe(0);
    expect(workingDaysIn('2026-12-24', '2026-12-29', MONDAY_TO_FRIDAY)).toBe(3);
  });

  it('are counted as walking day by day would count them', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 60 })),
        (from, length, off) => {
          const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(off.map((n) => addDays(from, n))) };
          let walked = 0;
          for (let n = 1; n <= length; n += 1) if (isWorkingDay(addDays(from, n), calendar)) walked += 1;
          expect(workingDaysIn(from, addDays(from, length), calendar)).toBe(walked);
        },
      ),
    );
  });

  it('end before a weekend and before holidays beside it', () => {
    expect(lastWorkingDay('2026-12-28', withHolidays)).toBe('2026-12-24');
    expect(lastWorkingDay('2026-12-24', { weekdays: [], holidays: new Set() })).toBeUndefined();
  });
});

describe('zones', () => {
  it('show the wall clock of half-hour and 45-minute zones', () => {
    const instant = new Date('2026-03-01T03:30:00Z');
    expect(localMinute(instant, 'Asia/Kolkata')).toBe('2026-03-01T09:00');
    expect(localMinute(instant, 'Asia/Kathmandu')).toBe('2026-03-01T09:15');
    expect(localDate(new Date('2026-03-01T23:30:00Z'), 'Pacific/Kiritimati')).toBe('2026-03-02');
  });

  it.each([
    // Clocks in London jump from 01:00 to 02:00 and, in autumn, show 01:30 twice.
    ['2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    // Lord Howe moves by half an hour.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2026-07-01', '09:00', 'Asia/Kolkata', '2026-07-01T03:30:00.000Z'],
    // Samoa had no 2011-12-30 at all: the first moment after it is the next day.
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('find %s %s in %s', (date, time, zone, expected) => {
    expect(instantAt(date, time, zone).toISOString()).toBe(expected);
  });

  it('find the first instant that shows the time, in every zone, on every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 25_000 }),
        fc.constantFrom(...zones),
        fc.constantFrom('00:00', '02:30', '09:00'),
        (days, zone, time) => {
          const date = addDays('1970-01-01', days);
          const instant = instantAt(date, time, zone);
          expect(localMinute(instant, zone) >= `${date}T${time}`).toBe(true);
          expect(localMinute(new Date(instant.getTime() - 60_000), zone) < `${date}T${time}`).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are refused where the runtime does not know them', () => {
    expect([isZone('Europe/Berlin'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false]);
  });

  it('list every date that it is somewhere on earth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 2e12 }), fc.constantFrom(...zones), (ms, zone) => {
        expect(datesOnEarth(new Date(ms))).toContain(localDate(new Date(ms), zone));
      }),
    );
  });
});
