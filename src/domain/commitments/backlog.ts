import { addDays, type LocalDate, localDate, workingDaysIn } from '../calendar';
import { type Commitment, type ProjectPeople, recipientOf } from './commitment';
import type { Policy } from './policy';

/** Due dates of the items that were backlog when Docket was switched on, by commitment id. */
export type Backlog = Readonly<Record<string, LocalDate>>;

/** True where the item was more than `policy.backlogAfter` working days late at `switchedOn`, on its recipient's calendar. */
export function wasBacklog(
  commitment: Commitment,
  people: ProjectPeople,
  policy: Policy,
  switchedOn: Date,
): boolean {
  const today = localDate(switchedOn, recipientOf(commitment, people)?.zone ?? 'UTC');
  return workingDaysIn(commitment.dueDate, today, policy.calendar) > policy.backlogAfter;
}

/** Stands for the items that were too many to be listed. No commitment has this id. */
const MORE = 'more';

/** @param isWhole false where there were more than these. */
export function backlogOf(items: readonly Commitment[], isWhole: boolean): Backlog {
  return {
    ...Object.fromEntries(items.map(({ id, dueDate }) => [id, dueDate])),
    ...(isWhole ? {} : { [MORE]: '' }),
  };
}

/**
 * True while the due date is the one it had at switch-on. Where there was too much to list, every date that was backlog
 * then counts as such.
 */
export function isBacklog(backlog: Backlog, commitment: Commitment, wasLate: () => boolean): boolean {
  return backlog[commitment.id] === commitment.dueDate || (MORE in backlog && wasLate());
}

/** The latest due date that anybody on earth could call backlog at `switchedOn`; what is due later need not be read. */
export function latestBacklogDate(policy: Policy, switchedOn: Date): LocalDate {
  const today = localDate(new Date(switchedOn.getTime() + 14 * 3_600_000), 'UTC');
  let due = addDays(today, -1);
  while (workingDaysIn(due, today, policy.calendar) <= policy.backlogAfter && due > addDays(today, -400))
    due = addDays(due, -1);
  return due;
}
