import { MONDAY_TO_FRIDAY, type WorkingCalendar } from '../calendar';

/** Who an escalation goes to. */
export type EscalationRole = 'lead' | 'sponsor';

/** When a commitment is followed up, all counts in working days of the project. */
export interface Policy {
  readonly calendar: WorkingCalendar;
  /** Reminders before the date: on how many working days before it. */
  readonly leadDays: readonly number[];
  /** Reminders after the date: on the `first` day late, then every `every` days, up to the `last`. */
  readonly overdue: { readonly first: number; readonly every: number; readonly last: number };
  /** The chain, level 1 first: on which day late, and to whom. */
  readonly escalations: readonly { readonly day: number; readonly to: EscalationRole }[];
  /** Wall-clock time of delivery in the recipient's zone, HH:MM. */
  readonly deliveryTime: string;
  /** More days late than this when Docket is switched on is backlog: listed, never chased one by one. */
  readonly backlogAfter: number;
}

export const DEFAULT_POLICY: Policy = {
  calendar: MONDAY_TO_FRIDAY,
  leadDays: [3, 1],
  overdue: { first: 1, every: 2, last: 15 },
  escalations: [
    { day: 3, to: 'lead' },
    { day: 8, to: 'sponsor' },
  ],
  deliveryTime: '09:00',
  backlogAfter: 5,
};

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** The policy in sentences, for the settings page. */
export function describePolicy(policy: Policy): string[] {
  const { first, every, last } = policy.overdue;
  const days = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);
  return [
    `Owners are reminded ${list(policy.leadDays.map(days))} before the due date, and on the day itself.`,
    `When a date has passed, the owner is reminded ${days(first)} after it and then every ${days(every)}, until ${days(last)} after it.`,
    ...policy.escalations.map(
      ({ day, to }, i) =>
        `Escalation ${i + 1}: ${days(day)} after the date the ${to === 'lead' ? 'project lead' : 'sponsor'} is told as well.`,
    ),
    `Messages go out from ${policy.deliveryTime} in the recipient's own time zone, on working days only.`,
    `What was more than ${days(policy.backlogAfter)} late when Docket was switched on is listed as backlog and not chased until its due date changes.`,
    'Where an issue has no owner, or the owner is inactive, the project lead is told instead.',
  ];
}
