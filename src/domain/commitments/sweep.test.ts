import fc from '../../../test/support/properties';
import { isLookedAt } from '../../../test/support/follow-up-simulation';
import { addDays, datesOnEarth } from '../calendar';
import type { Commitment, Person } from './commitment';
import { decide } from './decide';
import { DEFAULT_POLICY } from './policy';
import { planSweep } from './sweep';

const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
];
const HOUR = 3_600_000;

const person = (accountId: string) =>
  fc
    .record({ zone: fc.constantFrom(...ZONES), active: fc.boolean() })
    .map((rest): Person => ({ accountId, displayName: accountId, ...rest }));

describe('a sweep', () => {
  it('hour by hour looks at everything that becomes due, whoever owns it and wherever they live', () => {
    const world = fc.record({
      lead: fc.option(person('lead')),
      sponsor: fc.option(person('sponsor')),
      owner: fc.option(person('owner')),
      isKnown: fc.boolean(),
      due: fc.integer({ min: 20_000, max: 21_000 }).map((days) => addDays('1970-01-01', days)),
      start: fc.integer({ min: -12 * 24, max: 12 * 24 }),
    });
    fc.assert(
      fc.property(world, ({ lead, sponsor, owner, isKnown, due, start }) => {
        const people = { lead, sponsor, named: {} };
        const commitment: Commitment = {
          id: 'jira:1',
          projectId: '1',
          target: { kind: 'issue', id: '1', key: 'A-1' },
          summary: '',
          dueDate: due,
          owner,
          done: false,
          status: 'To Do',
          priority: null,
          labels: [],
        };
        const roster = owner && isKnown ? { owner: { zone: owner.zone, active: owner.active } } : {};
        const first = Date.parse(`${due}T00:00:00Z`) + start * HOUR;
        const sent = new Set<string>();
        for (let n = 0; n < 30; n += 1) {
          const now = new Date(first + n * HOUR);
          const sweptUntil = n === 0 ? null : new Date(now.getTime() - HOUR);
          const plan = planSweep({
            roster,
            people,
            policy: DEFAULT_POLICY,
            sweptUntil,
            now,
            datesOnEarth: datesOnEarth(now),
            items: [],
          });
          const intended = decide([commitment], {
            people,
            policy: DEFAULT_POLICY,
            now,
            isBacklog: () => false,
            snoozedUntil: () => null,
          }).filter(({ key }) => !sent.has(key));
          // The first run of a project meets nobody's roster and no finished run: it looks at all that is open today.
          if (intended.length > 0 && !isLookedAt(plan, commitment))
            throw new Error(
              `${intended.map(({ key }) => key).join()} would be missed at ${now.toISOString()}`,
            );
          for (const { key } of intended) sent.add(key);
        }
      }),
      { numRuns: 300 },
    );
  });
});
