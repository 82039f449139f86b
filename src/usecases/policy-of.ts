import { DEFAULT_POLICY, type Policy } from '../domain/commitments';
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

/** The policy of one project as the rules read it: what its admin has decided, with the holidays as a set. */
export function policyOf({ holidays, policy }: Pick<ProjectConfig, 'holidays' | 'policy'>): Policy {
  const { weekdays, ladder, special, quietStatuses, deliveryTime, backlogAfter, standIns } = policy;
  return {
    calendar: { weekdays, holidays: new Set(holidays) },
    ladder,
    special,
    quietStatuses,
    deliveryTime,
    backlogAfter,
    standIns,
  };
}
