import { addDays, instantAt, localDate, localMinute, workingDaysIn } from '../calendar';
import type { IsoWeek, LocalDate, WorkingCalendar } from '../calendar';
import type { FigureName } from './snapshot';
import { quote } from '../jql';

export interface QueryPlan {
  readonly projectKey: string;
  readonly week: IsoWeek;
  /** Today on the project's own calendar. */
  readonly today: LocalDate;
  /** The project's zone: its week starts at midnight there. */
  readonly zone: string;
  /** The zone in which Jira reads a time in JQL: that of the account that asks. */
  readonly jqlZone: string;
  readonly backlog: { readonly switchedOn: Date; readonly upTo: LocalDate } | null;
}

export type Queries = Record<Exclude<FigureName, 'backlog'> | 'openDated', string> & {
  readonly backlog: string | null;
};

/**
 * The JQL behind each figure. Weeks are bounded by both ends, so that a query proves the same figure next month; times
 * are explicit, since `startOfWeek()` follows the asking account's zone and a site's choice of Sunday or Monday.
 * Due dates have no time in Jira and need no zone.
 */
export function queriesOf(plan: QueryPlan): Queries {
  const { week, today } = plan;
  const project = `project = ${quote(plan.projectKey)}`;
  const open = `${project} AND statusCategory != Done`;
  const from = quote(momentOf(week.start, plan));
  const to = quote(momentOf(addDays(week.end, 1), plan));
  return {
    open,
    openDated: `${open} AND duedate is not EMPTY`,
    overdue: `${open} AND duedate < ${quote(today)}`,
    opened: `${project} AND created >= ${from} AND created < ${to}`,
    resolved: `${project} AND resolved >= ${from} AND resolved < ${to}`,
    dueNextWeek: `${open} AND duedate >= ${quote(addDays(week.end, 1))} AND duedate <= ${quote(addDays(week.end, 7))}`,
    backlog: plan.backlog && backlogQuery(open, plan.backlog, plan.jqlZone),
  };
}

function backlogQuery(open: string, { switchedOn, upTo }: NonNullable<QueryPlan['backlog']>, zone: string) {
  const minute = localMinute(switchedOn, zone).replace('T', ' ');
  return `${open} AND duedate <= ${quote(upTo)} AND created <= ${quote(minute)}`;
}

/** Midnight at the start of `date` in the project's zone, as JQL writes it in the asking account's zone. */
function momentOf(date: LocalDate, { zone, jqlZone }: QueryPlan): string {
  return localMinute(instantAt(date, '00:00', zone), jqlZone).replace('T', ' ');
}

/**
 * The latest due date that was more than `after` working days late when Docket was switched on. A calendar without
 * working days has no backlog.
 */
export function backlogUpTo(
  switchedOn: Date,
  zone: string,
  calendar: WorkingCalendar,
  after: number,
): LocalDate | null {
  const today = localDate(switchedOn, zone);
  for (let back = after + 1; back <= 800; back++) {
    const due = addDays(today, -back);
    if (workingDaysIn(due, today, calendar) > after) return due;
  }
  return null;
}
