import fc from '../../../test/support/properties';
import {
  dueOn,
  personIn,
  simulate,
  type SimulatedWorld,
  story,
  ticksFrom,
  ZONES,
} from '../../../test/support/follow-up-simulation';
import { addDays } from '../calendar';
import type { Commitment } from './commitment';
import { DEFAULT_LADDER, DEFAULT_POLICY } from './policy';

const HOUR = 3_600_000;
const anyZone = fc.constantFrom(...ZONES);
const nobody = { lead: null, sponsor: null, named: {} };
const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: new Set<string>() };

describe('a person who moves', () => {
  const ladderOnly = { ...DEFAULT_POLICY, calendar: everyDay };
  const world = (from: string, to: string, at: string, more: readonly Commitment[] = []): SimulatedWorld => ({
    policy: ladderOnly,
    people: { ...nobody, lead: personIn('UTC', 'lead') },
    commitments: [dueOn('2026-07-20', personIn(from)), ...more],
    zoneOf: (id, now) => (id === 'owner' ? (now < new Date(at) ? from : to) : undefined),
  });
  const toOwner = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('escalated'));

  it.each([
    ['east', 'Europe/Berlin', 'Asia/Kolkata', '12:30'],
    ['west', 'Asia/Kolkata', 'America/New_York', '09:00'],
    ['west over the date line', 'Pacific/Auckland', 'America/Los_Angeles', '09:00'],
  ])('%s in mid-ladder loses and repeats nothing', (_way, from, to, firstTime) => {
    const lines = toOwner(
      story(world(from, to, '2026-07-20T00:30:00Z'), ticksFrom('2026-07-16T00:00:00Z', 24 * 12)),
    );
    const stages = lines.map((line) => line.split(' ')[0]);
    expect(new Set(stages).size).toBe(stages.length);
    expect(stages).toEqual([
      'upcoming(3)',
      'upcoming(1)',
      'due-today',
      'overdue(1)',
      'overdue(3)',
      'overdue(5)',
      'overdue(7)',
    ]);
    expect(lines[2]).toBe(`due-today 2026-07-20T${firstTime}`);
    expect(lines.slice(3).map((line) => line.split('T')[1])).toEqual(
      lines.slice(3).map(() => (to === 'Asia/Kolkata' ? '09:30' : '09:00')),
    );
  });

  it('is told of an item whose morning had passed in the new zone before the move was known', () => {
    // At 05:00 UTC the lead's level brings up an old item, which shows the move; it is past nine in Kolkata by then.
    const late = dueOn('2026-07-17', personIn('Europe/Berlin'), { id: 'jira:2' });
    const moving = {
      ...world('Europe/Berlin', 'Asia/Kolkata', '2026-07-20T01:00:00Z', [late]),
      people: { ...nobody, lead: personIn('Asia/Karachi', 'lead') },
    };
    const sent = simulate(moving, ticksFrom('2026-07-18T00:00:00Z', 60));
    expect(sent.map(({ key, at }) => `${key} ${at.toISOString()}`)).toContain(
      'jira:1/2026-07-20/due-today 2026-07-20T05:00:00.000Z',
    );
  });

  const everyRung = {
    ...ladderOnly,
    ladder: { ...DEFAULT_LADDER, leadDays: [1, 2, 3, 4], overdue: { first: 1, every: 1, last: 9 } },
  };
  const DAYS = 18;
  const anyMove = fc.tuple(anyZone, fc.integer({ min: 0, max: 24 * 8 }));

  it('at any hour, over any distance, once or twice, is told each rung exactly once', () => {
    fc.assert(
      fc.property(
        anyZone,
        fc.array(anyMove, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 20_000, max: 24_000 }),
        (home, moves, start) => {
          const ticks = ticksFrom(start * 24 * HOUR, 24 * DAYS);
          const route = moves.toSorted(([, a], [, b]) => a - b);
          const due = addDays('1970-01-01', start + 6);
          const moving: SimulatedWorld = {
            policy: everyRung,
            people: nobody,
            commitments: [dueOn(due, personIn(home))],
            zoneOf: (_id, now) =>
              route.findLast(([, hour]) => ticks[hour]!.getTime() - 1 <= now.getTime())?.[0] ?? home,
          };
          const stages = simulate(moving, ticks).map(({ key }) => key.split('/')[2]);
          expect(stages.toSorted()).toEqual(
            [
              ...[1, 2, 3, 4].map((days) => `upcoming(${days})`),
              'due-today',
              ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((days) => `overdue(${days})`),
            ].toSorted(),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
