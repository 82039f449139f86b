import type { Ladder, Policy, Who } from './policy';

export const listInWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const days = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);

/** The role in words; a person is named by the screen, which may look the name up. */
export function whoInWords(who: Who): string {
  switch (who.kind) {
    case 'lead':
      return 'project lead';
    case 'sponsor':
      return 'sponsor';
    case 'person':
      return 'person named for it';
    case 'stand-in':
      return "owner's stand-in";
  }
}

function ladderInWords({ leadDays, overdue, escalations }: Ladder): string[] {
  const ahead = [...leadDays].sort((a, b) => b - a).map(days);
  return [
    ahead.length > 0
      ? `Owners are reminded ${listInWords(ahead)} before the due date, and on the day itself.`
      : 'Owners are reminded on the due date, not before.',
    overdue
      ? `When a date has passed, the owner is reminded ${days(overdue.first)} after it and then every ${days(overdue.every)}, until ${days(overdue.last)} after it.`
      : 'When a date has passed, the owner is not reminded again.',
    ...escalations.map(
      ({ day, to }, i) =>
        `Escalation ${i + 1}: ${days(day)} after the date the ${whoInWords(to)} is told as well.`,
    ),
  ];
}

/** The policy in sentences, for the settings page, with the country whose public holidays it takes in. */
export function describePolicy(policy: Policy, holidayCountry: string | null): string[] {
  const { special, quietStatuses } = policy;
  return [
    ...ladderInWords(policy.ladder),
    ...special.map(({ name, priorities, labels, ladder }) => {
      const which = [
        ...priorities.map((p) => `priority ${p}`),
        ...labels.map((label) => `label ${label}`),
      ].join(' or ');
      return `${name} (${which}): ${ladderInWords(ladder).join(' ')}`;
    }),
    ...(quietStatuses.length > 0
      ? [`Nothing is sent while an item is ${listInWords(quietStatuses).replace(/ and (?=[^,]*$)/, ' or ')}.`]
      : []),
    `Messages go out from ${policy.deliveryTime} in the recipient's own time zone, on working days only.`,
    ...(holidayCountry === null ? [] : [`Public holidays of ${holidayCountry} are days off.`]),
    `What was more than ${days(policy.backlogAfter)} late when Docket was switched on is listed as backlog and not chased until its due date changes.`,
    'Where an item has no owner, or the owner is inactive, the project lead is told instead.',
  ];
}
