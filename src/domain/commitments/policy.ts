import { MONDAY_TO_FRIDAY, type WorkingCalendar } from '../calendar';

/** Who a level of the escalation chain tells. A stand-in is the person whom the owner is known to be covered by. */
export type Who =
  | { readonly kind: 'lead' }
  | { readonly kind: 'sponsor' }
  | { readonly kind: 'person'; readonly accountId: string }
  | { readonly kind: 'stand-in' };

/** One level: told on this working day late. */
export interface Level {
  readonly day: number;
  readonly to: Who;
}

/** When one kind of commitment is followed up; all counts in working days of the project. */
export interface Ladder {
  /** Reminders before the date: on how many working days before it. */
  readonly leadDays: readonly number[];
  /** Reminders after the date: on the `first` day late, then every `every` days, up to the `last`; `null`: none. */
  readonly overdue: { readonly first: number; readonly every: number; readonly last: number } | null;
  /** The chain, level 1 first. */
  readonly escalations: readonly Level[];
}

/** A ladder of its own for items of these priorities or with these labels. */
export interface SpecialLadder {
  readonly name: string;
  readonly priorities: readonly string[];
  readonly labels: readonly string[];
  readonly ladder: Ladder;
}

/** When, and to whom, the commitments of one project are followed up. */
export interface Policy {
  readonly calendar: WorkingCalendar;
  readonly ladder: Ladder;
  /** The first that fits an item counts; else `ladder`. */
  readonly special: readonly SpecialLadder[];
  /** Names of statuses whose items are left alone: paused, on hold, not started. */
  readonly quietStatuses: readonly string[];
  /** Wall-clock time of delivery in the recipient's zone, HH:MM. */
  readonly deliveryTime: string;
  /** More days late than this when Docket is switched on is backlog: listed, never chased one by one. */
  readonly backlogAfter: number;
  /** Who covers for whom, by account id. */
  readonly standIns: Readonly<Record<string, string>>;
}

export const DEFAULT_LADDER: Ladder = {
  leadDays: [3, 1],
  overdue: { first: 1, every: 2, last: 15 },
  escalations: [
    { day: 3, to: { kind: 'lead' } },
    { day: 8, to: { kind: 'sponsor' } },
  ],
};

export const DEFAULT_POLICY: Policy = {
  calendar: MONDAY_TO_FRIDAY,
  ladder: DEFAULT_LADDER,
  special: [],
  quietStatuses: [],
  deliveryTime: '09:00',
  backlogAfter: 5,
  standIns: {},
};

const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The ladder of an item: its own, or the first special one that names its priority or one of its labels. */
export function ladderOf(
  policy: Policy,
  item: {
    readonly priority: string | null;
    readonly labels: readonly string[];
    readonly asked?: { readonly ladder: Ladder };
  },
): Ladder {
  if (item.asked) return item.asked.ladder;
  const special = policy.special.find(
    ({ priorities, labels }) =>
      priorities.some((name) => item.priority !== null && sameWord(name, item.priority)) ||
      labels.some((label) => item.labels.includes(label)),
  );
  return special?.ladder ?? policy.ladder;
}

/** Every ladder that an item of the project may stand on. */
export const laddersOf = (policy: Policy): readonly Ladder[] => [
  policy.ladder,
  ...policy.special.map(({ ladder }) => ladder),
];

export const isQuiet = (policy: Policy, status: string): boolean =>
  policy.quietStatuses.some((name) => sameWord(name, status));
