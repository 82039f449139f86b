import { addDays, instantAt, localDate, localMinute, workingDaysIn } from '../calendar';
import type { LocalDate, WorkingCalendar } from '../calendar';
import { quote } from '../jql';
import type { AgeingBounds } from './ageing';
import type { FigureName } from './snapshot';
import { daysOf, spanAfter, type Span } from './span';

export interface QueryPlan {
  readonly projectKey: string;
  readonly week: Span;
  /** Today on the project's own calendar. */
  readonly today: LocalDate;
  /** The project's zone: its week starts at midnight there. */
  readonly zone: string;
  /** The zone in which Jira reads a time in JQL: that of the account that asks. */
  readonly jqlZone: string;
  readonly backlog: { readonly switchedOn: Date; readonly upTo: LocalDate } | null;
  /** JQL that says which of the project's issues count; empty where all do. */
  readonly scope: string;
  /** `null` on a calendar on which nobody works. */
  readonly ageing: AgeingBounds | null;
  /** When these figures are computed. */
  readonly now: Date;
  /** When the figures of the last report were computed. */
  readonly previousAsOf: Date | null;
}

/** Figures that are counted by a query of the project's issues alone. */
type Counted = Exclude<FigureName, 'pushedOut' | 'removed' | 'risksAmber' | 'risksRed'>;
export type Queries = Readonly<Record<Counted, string | null>> &
  Readonly<
    Record<'open' | 'openDated' | 'overdue' | 'total' | 'opened' | 'resolved' | 'dueNextWeek', string>
  >;

/**
 * The JQL behind each figure. Periods are bounded by both ends, so that a query proves the same figure next month; times
 * are explicit, since `startOfWeek()` follows the asking account's zone and a site's choice of Sunday or Monday.
 * Due dates have no time in Jira and need no zone.
 */
export function queriesOf(plan: QueryPlan): Queries {
  const { week, today, ageing } = plan;
  const project = projectJql(plan);
  const open = `${project} AND statusCategory != Done`;
  const openDated = `${open} AND duedate is not EMPTY`;
  const overdue = `${open} AND duedate < ${quote(today)}`;
  const from = quote(momentOf(week.start, plan));
  const to = quote(momentOf(addDays(week.end, 1), plan));
  const next = spanAfter(week);
  return {
    open,
    openDated,
    unowned: `${openDated} AND assignee is EMPTY`,
    overdue,
    overdueTo5: ageing && `${overdue} AND duedate >= ${quote(ageing.upTo5)}`,
    overdueTo20:
      ageing && `${open} AND duedate >= ${quote(ageing.upTo20)} AND duedate < ${quote(ageing.upTo5)}`,
    overdueOver20: ageing && `${open} AND duedate < ${quote(ageing.upTo20)}`,
    opened: `${project} AND created >= ${from} AND created < ${to}`,
    resolved: `${project} AND resolved >= ${from} AND resolved < ${to}`,
    ...promisesOf(plan),
    ...scopeSince(plan),
    dueNextWeek: `${open} AND duedate >= ${quote(next.start)} AND duedate <= ${quote(next.end)}`,
    backlog: plan.backlog && backlogQuery(open, plan.backlog, plan.jqlZone),
  };
}

/** The project's issues that count. */
export function projectJql({ projectKey, scope }: Pick<QueryPlan, 'projectKey' | 'scope'>): string {
  return `project = ${quote(projectKey)}${scope === '' ? '' : ` AND (${scope})`}`;
}

/** Issues with a security level stay out, but for those that an admin has named. */
export function scopeOf(included: readonly string[]): string {
  return included.length === 0
    ? 'level is EMPTY'
    : `level is EMPTY OR key in (${included.map(quote).join(', ')})`;
}

/** What was due in the period: JQL compares a field with a date and never with another field, so each day is a clause. */
function promisesOf(plan: QueryPlan): Pick<Queries, 'kept' | 'late' | 'stillDue'> {
  const { week, previousAsOf, jqlZone } = plan;
  const project = projectJql(plan);
  const end = quote(momentOf(addDays(week.end, 1), plan));
  const onDays = (clause: (after: string) => string) =>
    daysOf(week)
      .map((day) => `duedate = ${quote(day)} AND ${clause(quote(momentOf(addDays(day, 1), plan)))}`)
      .map((clauses) => `(${clauses})`)
      .join(' OR ');
  const before = previousAsOf && quote(localMinute(previousAsOf, jqlZone).replace('T', ' '));
  return {
    kept: `${project} AND (${onDays((after) => `resolved < ${after}`)})`,
    late: `${project} AND resolved < ${end} AND (${onDays((after) => `resolved >= ${after}`)})`,
    stillDue:
      before &&
      `${project} AND duedate >= ${quote(week.start)} AND duedate <= ${quote(week.end)} AND created <= ${before} AND (resolved is EMPTY OR resolved > ${before})`,
  };
}

/**
 * What there is, and what was created since the last report: whatever else has come or gone was deleted, moved or
 * restricted, of which Jira keeps no list. Both end with the minute, as times in JQL do, so that they add up.
 */
function scopeSince(plan: QueryPlan): Pick<Queries, 'total' | 'createdSince'> {
  const { now, previousAsOf, jqlZone } = plan;
  const minute = (instant: Date) => quote(localMinute(instant, jqlZone).replace('T', ' '));
  const total = `${projectJql(plan)} AND created < ${minute(now)}`;
  return { total, createdSince: previousAsOf && `${total} AND created >= ${minute(previousAsOf)}` };
}

/** The part of a query that one person is assigned to; `null`: nobody. */
export const ownedBy = (jql: string, accountId: string | null): string =>
  `${jql} AND assignee ${accountId === null ? 'is EMPTY' : `= ${quote(accountId)}`}`;

/** The part of a query that others than these are assigned to. */
export function ownedByOthers(jql: string, accountIds: readonly (string | null)[]): string {
  const named = accountIds.flatMap((id) => (id === null ? [] : [quote(id)]));
  const others = named.length === 0 ? 'assignee is not EMPTY' : `assignee not in (${named.join(', ')})`;
  // `not in` leaves out what nobody is assigned to.
  return `${jql} AND ${accountIds.includes(null) ? others : `(${others} OR assignee is EMPTY)`}`;
}

function backlogQuery(open: string, { switchedOn, upTo }: NonNullable<QueryPlan['backlog']>, zone: string) {
  const minute = localMinute(switchedOn, zone).replace('T', ' ');
  return `${open} AND duedate <= ${quote(upTo)} AND created <= ${quote(minute)}`;
}

/** Midnight at the start of `date` in the project's zone, as JQL writes it in the asking account's zone. */
export function momentOf(date: LocalDate, { zone, jqlZone }: Pick<QueryPlan, 'zone' | 'jqlZone'>): string {
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
