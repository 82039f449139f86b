import fc from '../../../test/support/properties';
import { addDays, MONDAY_TO_FRIDAY, weekday } from '../calendar';
import { type Cadence, periodAt, periodBefore, type ReportCalendar, stepsOf } from './period';

const FRIDAY: ReportCalendar = {
  cadence: 'weekly',
  anchor: '2012-07-02',
  ask: { weekday: 4, time: '09:00' },
  cutOff: { weekday: 5, time: '12:00' },
  publish: { weekday: 5, time: '15:00' },
};
const at = (cadence: Cadence, date: string) => periodAt(date, { cadence, anchor: '2012-07-02' });
const iso = (date: Date | null) => date?.toISOString() ?? null;
const free = (...holidays: string[]) => ({ ...MONDAY_TO_FRIDAY, holidays: new Set(holidays) });

describe('a period', () => {
  test.each([
    ['weekly', '2012-07-18', '2012-W29', '2012-07-16', '2012-07-22'],
    ['weekly', '2021-01-01', '2020-W53', '2020-12-28', '2021-01-03'],
    ['fortnightly', '2012-07-10', '2012-W27-28', '2012-07-02', '2012-07-15'],
    ['fortnightly', '2012-06-30', '2012-W25-26', '2012-06-18', '2012-07-01'],
    ['monthly', '2012-02-29', '2012-02', '2012-02-01', '2012-02-29'],
    ['monthly', '2012-12-31', '2012-12', '2012-12-01', '2012-12-31'],
  ] as const)('%s that holds %s is %s', (cadence, date, label, start, end) => {
    expect(at(cadence, date)).toEqual({ cadence, label, start, end });
  });

  test('belongs to one period alone, without gap or overlap', () => {
    const cadence = fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly');
    fc.assert(
      fc.property(cadence, fc.integer({ min: 0, max: 20_000 }), (kind, days) => {
        const date = addDays('1990-01-01', days);
        const period = at(kind, date);
        expect(period.start <= date && date <= period.end).toBe(true);
        const before = periodBefore(period, { cadence: kind, anchor: '2012-07-02' });
        expect(addDays(before.end, 1)).toBe(period.start);
        expect(before.label).not.toBe(period.label);
        expect(at(kind, period.start)).toEqual(period);
        expect(at(kind, period.end)).toEqual(period);
      }),
    );
  });
});

describe('the steps of a report', () => {
  const week = at('weekly', '2012-07-18');

  test('follow each other on the days that the project names, on its own clock', () => {
    const steps = stepsOf(week, FRIDAY, 'America/Los_Angeles', MONDAY_TO_FRIDAY);
    expect([iso(steps.ask), iso(steps.cutOff), iso(steps.publish)]).toEqual([
      '2012-07-19T16:00:00.000Z',
      '2012-07-20T19:00:00.000Z',
      '2012-07-20T22:00:00.000Z',
    ]);
  });

  test('may end in the week after', () => {
    const monday = { weekday: 1, time: '10:00' };
    const steps = stepsOf(
      week,
      { ...FRIDAY, ask: FRIDAY.cutOff, cutOff: monday, publish: monday },
      'UTC',
      free(),
    );
    expect([iso(steps.ask), iso(steps.cutOff), iso(steps.publish)]).toEqual([
      '2012-07-20T12:00:00.000Z',
      '2012-07-23T10:00:00.000Z',
      '2012-07-23T10:00:00.000Z',
    ]);
  });

  test('move to the working day before a holiday', () => {
    const steps = stepsOf(week, FRIDAY, 'UTC', free('2012-07-20'));
    expect([iso(steps.ask), iso(steps.cutOff)]).toEqual([
      '2012-07-19T09:00:00.000Z',
      '2012-07-19T12:00:00.000Z',
    ]);
  });

  test('never overtake each other: a cut-off before the asking waits for the next working day', () => {
    const early = { ...FRIDAY, cutOff: { weekday: 5, time: '08:00' } };
    const steps = stepsOf(week, early, 'UTC', free('2012-07-20'));
    expect([iso(steps.ask), iso(steps.cutOff)]).toEqual([
      '2012-07-19T09:00:00.000Z',
      '2012-07-23T08:00:00.000Z',
    ]);
  });

  test('ask nobody in a week in which nobody works', () => {
    const off = Array.from({ length: 7 }, (_, day) => addDays('2012-07-16', day));
    const steps = stepsOf(week, FRIDAY, 'UTC', free(...off));
    expect([iso(steps.ask), iso(steps.publish)]).toEqual([null, '2012-07-20T15:00:00.000Z']);
  });

  test('of a month are in its last week', () => {
    const steps = stepsOf(at('monthly', '2012-02-10'), FRIDAY, 'UTC', MONDAY_TO_FRIDAY);
    expect([iso(steps.ask), iso(steps.cutOff)]).toEqual([
      '2012-02-23T09:00:00.000Z',
      '2012-02-24T12:00:00.000Z',
    ]);
  });

  test('keep their order whatever the project chooses, over holidays and changes of the clock', () => {
    const moment = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      time: fc.constantFrom('00:00', '02:30', '09:00', '15:00', '23:00'),
    });
    const input = fc.record({
      cadence: fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly'),
      days: fc.integer({ min: 0, max: 3_000 }),
      ask: moment,
      cutOff: moment,
      publish: moment,
      zone: fc.constantFrom(
        'UTC',
        'Europe/London',
        'America/St_Johns',
        'Pacific/Apia',
        'Australia/Lord_Howe',
      ),
      holidays: fc.array(fc.integer({ min: -10, max: 40 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(input, ({ cadence, days, zone, holidays, ...moments }) => {
        const period = at(cadence, addDays('2020-01-01', days));
        const working = free(...holidays.map((offset) => addDays(period.start, offset)));
        const steps = stepsOf(period, moments, zone, working);
        expect(steps.cutOff <= steps.publish).toBe(true);
        if (steps.ask) expect(steps.ask < steps.cutOff).toBe(true);
        if (cadence !== 'monthly') expect(weekday(period.start)).toBe(1);
      }),
    );
  });
});
