import { say, type Text } from '../../words';
import type { Ladder } from './policy';

/**
 * Where a ladder contradicts itself. What each number may be, the contract says.
 *
 * @returns a sentence for each dotted path, which begins with `path`
 */
export function checkLadder(
  { leadDays, overdue, escalations }: Ladder,
  path: string,
): Readonly<Record<string, Text>> {
  const problems: Record<string, Text> = {};
  if (new Set(leadDays).size < leadDays.length) problems[`${path}.leadDays`] = say('policy.problem.leadDays');
  if (overdue && overdue.last < overdue.first) {
    problems[`${path}.overdue`] = say('policy.problem.overdue', { first: overdue.first, last: overdue.last });
  }
  escalations.forEach(({ day }, i) => {
    const before = escalations[i - 1];
    if (before && day <= before.day)
      problems[`${path}.escalations.${i}`] = say('policy.problem.levelOrder', {
        level: i + 1,
        before: i,
        day: before.day + 1,
      });
  });
  return problems;
}
