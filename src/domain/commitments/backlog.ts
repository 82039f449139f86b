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

/** True while the due date is the one it had at switch-on. */
export function isBacklog(backlog: Backlog, commitment: Commitment): boolean {
  return backlog[commitment.id] === commitment.dueDate;
}

/** The latest due date that anybody on earth could call backlog at `switchedOn`; what is due later need not be read. */
export function latestBacklogDate(policy: Policy, switchedOn: Date): LocalDate {
  const today = localDate(new Date(switchedOn.getTime() + 14 * 3_600_000), 'UTC');
  let due = addDays(today, -1);
  while (workingDaysIn(due, today, policy.calendar) <= policy.backlogAfter && due > addDays(today, -400))
    due = addDays(due, -1);
  return due;
}
