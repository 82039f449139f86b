import { compare, floorOf } from './floor';
import { expectedMessages } from './oracle/expected';
import { runWeek } from './run';
import { createTenant } from './tenant';

const DAYS = 3;
const PEOPLE = 20;
/** What there is to pay however little there is to say: a look in each hour, a question about each person, switching on. */
const CONSTANT = DAYS * 24 + 3 * PEOPLE + 20;

describe('a small week', () => {
  it('sends exactly what the data owe, for little more than the floor, with quick calls and with slow ones', async () => {
    const tenant = createTenant({
      projects: 2,
      people: PEOPLE,
      issues: 200,
      commitments: 40,
      days: DAYS,
      changes: { resolve: 4, move: 4, assign: 4, create: 4 },
    });
    const expected = expectedMessages(tenant);
    expect(expected.length).toBeGreaterThan(50);
    const floor = floorOf(expected).points;
    for (const latencyMs of [0, 150]) {
      const week = await runWeek(tenant, { latencyMs });
      expect(week.faults).toEqual([]);
      expect(compare(expected, week.messages)).toEqual({ missing: [], unexpected: [] });
      expect(week.total.points).toBeLessThanOrEqual(1.3 * floor + CONSTANT);
    }
  });
});
