import { MONDAY_TO_FRIDAY } from '../domain/calendar';
import { DEFAULT_POLICY, type Policy } from '../domain/commitments';
import type { ProjectConfig } from '../ports/projects';

/** The policy of one project: the defaults, with what its admin has decided. */
export function policyOf(config: Pick<ProjectConfig, 'holidays'>): Policy {
  return { ...DEFAULT_POLICY, calendar: { ...MONDAY_TO_FRIDAY, holidays: new Set(config.holidays) } };
}
