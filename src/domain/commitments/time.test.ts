import fc from '../../../test/support/properties';
import {
  dueOn,
  isLookedAt,
  owed,
  personIn,
  simulate,
  type SimulatedWorld,
  story,
  ticksFrom,
  ZONES,
} from '../../../test/support/follow-up-simulation';
import { addDays, isWorkingDay, localDate, MONDAY_TO_FRIDAY } from '../calendar';
import { DEFAULT_POLICY, type Policy, type Who } from './policy';

const HOUR = 3_600_000;
const nobody = { lead: null, sponsor: null, named: {} };
const dueTodayIn = (zone: string, deliveryTime: string, due: string, policy: Partial<Policy> = {}) =>
  story(
    {
      policy: {
        ...DEFAULT_POLICY,
        deliveryTime,
        ladder: { leadDays: [], overdue: null, escalations: [] },
        ...policy,
      },
      people: nobody,
      commitments: [dueOn(due, personIn(zone))],
    },
    ticksFrom(`${addDays(due, -2)}T00:00:00Z`, 96),
  );

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: new Set<string>() };

describe('the hour of delivery', () => {
  it.each([
    ['clocks go forward in the north', 'Europe/Berlin', '2026-03-29', '09:00', '2026-03-29T09:00'],
    ['the north skips the time', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T03:00'],
    ['the north shows the time twice', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T02:00'],
    ['clocks go back in the north', 'America/New_York', '2026-11-01', '09:00', '2026-11-01T09:00'],
    ['the south skips the time', 'Australia/Sydney', '2026-10-04', '02:30', '2026-10-04T03:00'],
    ['the south shows the time twice', 'Australia/Sydney', '2026-04-05', '02:30', '2026-04-05T02:00'],
    ['clocks move by half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T03:00'],
    ['midnight itself is skipped', 'America/Santiago', '2026-09-06', '00:00', '2026-09-06T01:00'],
    ['the zone is at a half hour', 'Asia/Kolkata', '2026-07-22', '09:00', '2026-07-22T09:30'],
    ['the zone is at 45 minutes', 'Asia/Kathmandu', '2026-07-22', '07:30', '2026-07-22T07:45'],
    ['the zone is at 12:45 and moves', 'Pacific/Chatham', '2026-09-27', '02:50', '2026-09-27T03:45'],
    ['the day begins first', 'Pacific/Kiritimati', '2026-07-22', '09:00', '2026-07-22T09:00'],
    ['the day begins last', 'Pacific/Pago_Pago', '2026-07-22', '09:00', '2026-07-22T09:00'],
    ['it is a leap day', 'Europe/London', '2028-02-29', '09:00', '2028-02-29T09:00'],
    ['it is the last day of a 53rd week', 'Europe/London', '2027-01-03', '09:00', '2027-01-03T09:00'],
    ['a year ends', 'Pacific/Auckland', '2026-12-31', '22:00', '2026-12-31T22:00'],
  ])('is right where %s', (_case, zone, due, time, expected) => {
    expect(dueTodayIn(zone, time, due, { calendar: everyDay })).toEqual([`due-today ${expected}`]);
  });

  it('never comes on the day that the date line took from Samoa; the days beside it are told', () => {
    const around = (due: string) => dueTodayIn('Pacific/Apia', '09:00', due, { calendar: everyDay });
    expect(around('2011-12-29')).toEqual(['due-today 2011-12-29T09:00']);
    expect(around('2011-12-30')).toEqual([]);
    expect(around('2011-12-31')).toEqual(['due-today 2011-12-31T09:00']);
  });
});

describe('days off', () => {
  it.each([
    ['a holiday on the Friday before a weekend', '2026-07-26', ['2026-07-24'], 'due-today 2026-07-23T09:00'],
    ['a holiday on the Monday after one', '2026-07-27', ['2026-07-27'], 'due-today 2026-07-24T09:00'],
    ['both sides', '2026-07-27', ['2026-07-24', '2026-07-27'], 'due-today 2026-07-23T09:00'],
    ['a holiday on a Sunday', '2026-07-26', ['2026-07-26'], 'due-today 2026-07-24T09:00'],
  ])('move the last day to before %s', (_case, due, holidays, expected) => {
    const calendar = { ...MONDAY_TO_FRIDAY, holidays: new Set(holidays) };
    const world = {
      policy: { ...DEFAULT_POLICY, calendar, ladder: { leadDays: [], overdue: null, escalations: [] } },
      people: nobody,
      commitments: [dueOn(due, personIn('UTC'))],
    };
    expect(story(world, ticksFrom('2026-07-20T00:00:00Z', 24 * 14))).toEqual([expected]);
  });

  it('of a week from Sunday to Thursday are Friday and Saturday', () => {
    const world = {
      policy: { ...DEFAULT_POLICY, calendar: { weekdays: [7, 1, 2, 3, 4], holidays: new Set<string>() } },
      people: nobody,
      commitments: [dueOn('2026-07-24', personIn('Asia/Tehran'))],
    };
    expect(story(world, ticksFrom('2026-07-18T00:00:00Z', 24 * 12))).toEqual([
      'upcoming(3) 2026-07-20T09:30',
      'upcoming(1) 2026-07-22T09:30',
      'due-today 2026-07-23T09:30',
      'overdue(1) 2026-07-26T09:30',
      'overdue(3) 2026-07-28T09:30',
    ]);
  });
});

const anyZone = fc.constantFrom(...ZONES);
const quarter = fc
  .integer({ min: 0, max: 22 * 4 })
  .map((n) => `${String(n >> 2).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const anyWho = fc.constantFrom<Who>(
  { kind: 'lead' },
  { kind: 'sponsor' },
  { kind: 'person', accountId: 'named' },
  { kind: 'stand-in' },
);
const anyLadder = fc.record({
  leadDays: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
  overdue: fc.option(
    fc.record({
      first: fc.integer({ min: 1, max: 4 }),
      every: fc.integer({ min: 1, max: 5 }),
      last: fc.integer({ min: 4, max: 15 }),
    }),
  ),
  escalations: fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })
    .chain((days) =>
      fc.tuple(
        ...days.toSorted((a, b) => a - b).map((day) => fc.record({ day: fc.constant(day), to: anyWho })),
      ),
    ),
});

const DAYS = 60;
/** Any worlds of sixty days between 2015 and 2042; holidays, dates and runs are days or hours from their start. */
const anyWorld = fc
  .record({
    start: fc.integer({ min: 16_500, max: 26_500 }),
    deliveryTime: fc.oneof(fc.constantFrom('02:30', '00:00', '09:00'), quarter),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.array(fc.integer({ min: -10, max: DAYS + 10 }), { maxLength: 12 }),
    ladder: anyLadder,
    special: anyLadder,
    owners: fc.array(fc.option(fc.record({ zone: anyZone, active: fc.boolean() })), {
      minLength: 1,
      maxLength: 4,
    }),
    dues: fc.array(fc.integer({ min: -10, max: DAYS + 5 }), { minLength: 4, maxLength: 4 }),
    zones: fc.tuple(anyZone, anyZone, anyZone, anyZone),
    hasSponsor: fc.boolean(),
    missed: fc.array(fc.tuple(fc.integer({ min: 1, max: DAYS * 24 }), fc.integer({ min: 1, max: 20 })), {
      maxLength: 12,
    }),
  })
  .map(({ start, deliveryTime, weekdays, holidays, ladder, special, owners, dues, zones, ...rest }) => {
    const day = (n: number): string => addDays('1970-01-01', start + n);
    const gone = new Set(rest.missed.flatMap(([at, length]) => Array.from({ length }, (_, n) => at + n)));
    const [lead, sponsor, named, standIn] = zones;
    const policy: Policy = {
      ...DEFAULT_POLICY,
      calendar: { weekdays, holidays: new Set(holidays.map(day)) },
      deliveryTime,
      ladder,
      special: [{ name: 'Urgent', priorities: ['High'], labels: [], ladder: special }],
      standIns: { 'owner-0': 'stand-in' },
    };
    const world: SimulatedWorld = {
      policy,
      people: {
        lead: personIn(lead, 'lead'),
        sponsor: rest.hasSponsor ? personIn(sponsor, 'sponsor') : null,
        named: { named: personIn(named, 'named'), 'stand-in': personIn(standIn, 'stand-in') },
      },
      commitments: owners.map((owner, i) =>
        dueOn(day(dues[i] ?? 0), owner && personIn(owner.zone, `owner-${i}`, owner.active), {
          id: `jira:${i}`,
          priority: i % 2 === 0 ? null : 'high',
        }),
      ),
    };
    return { world, ticks: ticksFrom(start * 24 * HOUR, DAYS * 24).filter((_, hour) => !gone.has(hour)) };
  });

describe('laws of sixty days', () => {
  it('each rung is told exactly once, at the first run of its day from the delivery time on, and never on a day off', () => {
    fc.assert(
      fc.property(anyWorld, ({ world, ticks }) => {
        const sent = simulate(world, ticks);
        expect(sent.map(({ key, at }) => `${key} ${at.toISOString()}`).sort()).toEqual(
          owed(world, ticks).sort(),
        );
        for (const { recipient, at } of sent)
          expect(isWorkingDay(localDate(at, recipient.zone), world.policy.calendar)).toBe(true);
      }),
      { numRuns: 12, seed: 20_260_720 },
    );
  });
});

it('the simulation itself misses what no clause names', () => {
  expect(isLookedAt([{ kind: 'unowned', dates: ['2026-07-20'] }], dueOn('2026-07-20', null))).toBe(true);
  expect(isLookedAt([{ kind: 'unowned', dates: ['2026-07-20'] }], dueOn('2026-07-20', personIn('UTC')))).toBe(
    false,
  );
});
