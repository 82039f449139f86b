import type { Ladder } from './policy';

/**
 * Where a ladder contradicts itself. What each number may be, the contract says.
 *
 * @returns a sentence for each dotted path, which begins with `path`
 */
export function checkLadder(
  { leadDays, overdue, escalations }: Ladder,
  path: string,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (new Set(leadDays).size < leadDays.length)
    problems[`${path}.leadDays`] = 'A day before the date stands here twice.';
  if (overdue && overdue.last < overdue.first) {
    problems[`${path}.overdue`] =
      `The last reminder (day ${overdue.last}) comes before the first (day ${overdue.first}).`;
  }
  escalations.forEach(({ day }, i) => {
    const before = escalations[i - 1];
    if (before && day <= before.day)
      problems[`${path}.escalations.${i}`] =
        `Level ${i + 1} must come after level ${i}: day ${before.day + 1} or later.`;
  });
  return problems;
}
