import { isLocalDate, isZone } from '../domain/calendar';
import { checkLadder } from '../domain/commitments';
import type { PolicyConfig, ProjectConfig } from '../ports/projects';

type Problems = Record<string, string>;

/** What is wrong with a project's days off and zone, by field. */
export function checkCalendar({ holidays, zone }: Pick<ProjectConfig, 'holidays' | 'zone'>): Problems {
  const wrong = holidays.filter((day) => !isLocalDate(day));
  return {
    ...(wrong.length > 0
      ? { holidays: `These holidays are no dates: ${wrong.join(', ')}. Write them as YYYY-MM-DD.` }
      : {}),
    ...(isZone(zone) ? {} : { zone: `"${zone}" is no time zone. Use a name such as Europe/Berlin.` }),
  };
}

/** A later hour could pass between the last run of a day and the first of the next: nothing would ever be sent. */
const LATEST_DELIVERY = '22:00';

/** Where a policy contradicts itself, by dotted path. What each number may be, the contract says. */
export function checkPolicy(policy: PolicyConfig): Problems {
  const problems: Problems = { ...checkLadder(policy.ladder, 'policy.ladder') };
  if (policy.deliveryTime > LATEST_DELIVERY)
    problems['policy.deliveryTime'] =
      `Choose ${LATEST_DELIVERY} or earlier: Docket runs every hour, and the day must not be over before it comes.`;
  policy.special.forEach(({ name, priorities, labels, ladder }, i) => {
    const path = `policy.special.${i}`;
    if (priorities.length + labels.length === 0)
      problems[path] = `The ladder "${name}" is for no item: name a priority or a label.`;
    Object.assign(problems, checkLadder(ladder, `${path}.ladder`));
  });
  for (const [owner, standIn] of Object.entries(policy.standIns)) {
    if (owner === standIn) problems['policy.standIns'] = 'Nobody can stand in for themselves.';
  }
  return problems;
}
