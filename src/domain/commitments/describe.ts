import { joined, listed, say, type Text } from '../../words';
import type { Ladder, Policy } from './policy';

const days = (n: number): Text => say('policy.days', { days: n });

function ladderInWords({ leadDays, overdue, escalations }: Ladder): Text[] {
  const ahead = [...leadDays].sort((a, b) => b - a).map(days);
  return [
    ahead.length > 0 ? say('policy.ahead', { days: listed(ahead, 'and') }) : say('policy.notAhead'),
    overdue
      ? say('policy.overdue', { first: overdue.first, every: overdue.every, last: overdue.last })
      : say('policy.notAgain'),
    ...escalations.map(({ day, to }, i) =>
      say('policy.escalation', { level: i + 1, days: day, to: to.kind }),
    ),
  ];
}

/** The policy in sentences, for the settings page, with the country whose public holidays it takes in. */
export function describePolicy(policy: Policy, holidayCountry: string | null): Text[] {
  const { special, quietStatuses } = policy;
  return [
    ...ladderInWords(policy.ladder),
    ...special.map(({ name, priorities, labels, ladder }) => {
      const which = [
        ...priorities.map((priority) => say('policy.priority', { name: priority })),
        ...labels.map((label) => say('policy.label', { name: label })),
      ];
      const items = which.flatMap((one, i) => (i === 0 ? [one] : [say('policy.or'), one]));
      return joined([`${name} (`, joined(items), '): ', joined(ladderInWords(ladder))], '');
    }),
    ...(quietStatuses.length > 0 ? [say('policy.quiet', { statuses: listed(quietStatuses, 'or') })] : []),
    say('policy.hours', { time: policy.deliveryTime }),
    ...(holidayCountry === null ? [] : [say('policy.holidays', { country: holidayCountry })]),
    say('policy.backlog', { days: policy.backlogAfter }),
    say('policy.unowned'),
  ];
}
