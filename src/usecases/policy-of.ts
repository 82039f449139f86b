import { DEFAULT_POLICY, type Policy } from '../domain/commitments';
import type { Holidays } from '../ports/holidays';
import type { PolicyConfig, ProjectConfig } from '../ports/projects';

/** The rules that a project starts with. */
export const DEFAULT_POLICY_CONFIG: PolicyConfig = {
  weekdays: DEFAULT_POLICY.calendar.weekdays,
  ladder: DEFAULT_POLICY.ladder,
  special: DEFAULT_POLICY.special,
  quietStatuses: DEFAULT_POLICY.quietStatuses,
  deliveryTime: DEFAULT_POLICY.deliveryTime,
  backlogAfter: DEFAULT_POLICY.backlogAfter,
  standIns: DEFAULT_POLICY.standIns,
  holidayCountry: null,
};

/** Years before and after: ladders reach weeks back and ahead, and a backlog some months. */
const YEARS_BEFORE = 1;
const YEARS_AFTER = 2;

/**
 * The policy of one project as the rules read it: what its admin has decided, with the project's own holidays and its
 * country's for the years around `now` as one set.
 */
export async function policyOf(
  publicHolidays: Pick<Holidays, 'of'>,
  { holidays, policy }: Pick<ProjectConfig, 'holidays' | 'policy'>,
  now: Date,
): Promise<Policy> {
  const daysOff = new Set(holidays);
  if (policy.holidayCountry !== null) {
    for (let n = -YEARS_BEFORE; n <= YEARS_AFTER; n += 1) {
      const year = now.getUTCFullYear() + n;
      for (const day of await publicHolidays.of(policy.holidayCountry, year)) daysOff.add(day);
    }
  }
  const { weekdays, ladder, special, quietStatuses, deliveryTime, backlogAfter, standIns } = policy;
  return {
    calendar: { weekdays, holidays: daysOff },
    ladder,
    special,
    quietStatuses,
    deliveryTime,
    backlogAfter,
    standIns,
  };
}
