import { addDays, type LocalDate, localDate, workingDaysIn } from '../calendar';
import { type Commitment, type ProjectPeople, recipientOf } from './commitment';
import type { Policy } from './policy';

/** Due dates of the items that were backlog when Docket was switched on, by commitment id. */
export type ListedBacklog = Readonly<Record<string, LocalDate>>;

/** How a project's backlog is known: there is none, it is listed, or it is too much to list and its dates alone tell. */
export type BacklogKind = 'none' | 'listed' | 'by-date';

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

export const listBacklog = (items: readonly Commitment[]): ListedBacklog =>
  Object.fromEntries(items.map(({ id, dueDate }) => [id, dueDate]));

/** A listed item is backlog while its due date is the one that it had at switch-on. */
export const isListed = (backlog: ListedBacklog, { id, dueDate }: Commitment): boolean =>
  backlog[id] === dueDate;

/** Fourteen hours east of UTC and twelve west of it, where dates come first and last. */
const FIRST_MS = 14 * 3_600_000;
const LAST_MS = -12 * 3_600_000;
/** Farther than any policy's backlog reaches even through weeks of holidays. */
const HORIZON_DAYS = 400;

/** The latest due date that anybody on earth could call backlog at `switchedOn`; what is due later need not be read. */
export const latestBacklogDate = (policy: Policy, switchedOn: Date): LocalDate =>
  latestLateDate(policy, new Date(switchedOn.getTime() + FIRST_MS));

/** The latest due date that everybody on earth calls backlog at `switchedOn`. */
export const surelyBacklogDate = (policy: Policy, switchedOn: Date): LocalDate =>
  latestLateDate(policy, new Date(switchedOn.getTime() + LAST_MS));

function latestLateDate({ calendar, backlogAfter }: Policy, localNow: Date): LocalDate {
  const today = localDate(localNow, 'UTC');
  let due = addDays(today, -1);
  while (workingDaysIn(due, today, calendar) <= backlogAfter && due > addDays(today, -HORIZON_DAYS))
    due = addDays(due, -1);
  return due;
}
