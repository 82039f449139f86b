import { addDays, datesOnEarth, type LocalDate } from '../../domain/calendar';
import { datesThatFire, HORIZON_DAYS, type Ladder, NEAR_DAYS, type Reach } from '../../domain/commitments';
import type { World } from './world';

/** All that a ladder which reaches so far may fire on. */
const NEAR: Ladder = {
  leadDays: [NEAR_DAYS],
  overdue: { first: 1, every: 1, last: NEAR_DAYS },
  escalations: [],
};
/** A person who moved east may be told of days that are over on all of earth. */
const DAYS_BEFORE = 2;

/** The due dates between which something on such a ladder can fire today. */
export function windowOf(reach: Reach, { projects, now }: World): LocalDate[] {
  const earth = datesOnEarth(now);
  const [first] = earth;
  if (first === undefined || projects.length === 0) return [];
  if (reach === 'far') return [addDays(first, -HORIZON_DAYS), addDays(first, HORIZON_DAYS)];
  const before = Array.from({ length: DAYS_BEFORE }, (_, n) => addDays(first, -n - 1));
  const policies = new Set(projects.map(({ context }) => context.policy));
  const dates = new Set(
    [...policies].flatMap(({ ladder, calendar }) =>
      [...before, ...earth].flatMap((today) =>
        datesThatFire(today, reach === 'project' ? ladder : NEAR, calendar, () => true),
      ),
    ),
  );
  return [...dates];
}
