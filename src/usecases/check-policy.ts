import { isLocalDate, isZone } from '../domain/calendar';
import { checkLadder } from '../domain/commitments';
import { say, type Text } from '../words';
import type { PolicyConfig, ProjectConfig } from '../ports/projects';

/** What is wrong, by dotted path. */
export type Problems = Record<string, Text>;

/** What is wrong with a project's days off and zone, by field. */
export function checkCalendar({ holidays, zone }: Pick<ProjectConfig, 'holidays' | 'zone'>): Problems {
  const wrong = holidays.filter((day) => !isLocalDate(day));
  return {
    ...(wrong.length > 0 ? { holidays: say('policy.problem.holidays', { days: wrong.join(', ') }) } : {}),
    ...(isZone(zone) ? {} : { zone: say('policy.problem.zone', { zone }) }),
  };
}

/** A later hour could pass between the last run of a day and the first of the next: nothing would ever be sent. */
const LATEST_DELIVERY = '22:00';

/** Where a policy contradicts itself, by dotted path. What each number may be, the contract says. */
export function checkPolicy(policy: PolicyConfig): Problems {
  const problems: Problems = { ...checkLadder(policy.ladder, 'policy.ladder') };
  if (policy.deliveryTime > LATEST_DELIVERY)
    problems['policy.deliveryTime'] = say('policy.problem.deliveryTime', { latest: LATEST_DELIVERY });
  policy.special.forEach(({ name, priorities, labels, ladder }, i) => {
    const path = `policy.special.${i}`;
    if (priorities.length + labels.length === 0)
      problems[path] = say('policy.problem.specialEmpty', { name });
    Object.assign(problems, checkLadder(ladder, `${path}.ladder`));
  });
  for (const [owner, standIn] of Object.entries(policy.standIns)) {
    if (owner === standIn) problems['policy.standIns'] = say('policy.problem.standIns');
  }
  return problems;
}
