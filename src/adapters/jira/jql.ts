import { quote } from '../../domain/jql';
import type { ClauseGroup, CommitmentQuery, OverdueQuery } from '../../ports/issues';

const list = (values: readonly string[]): string => `(${values.map(quote).join(', ')})`;
const ids = (values: readonly string[]): string => `(${values.join(', ')})`;

/** A JQL minute in UTC, the zone of the app's own account. */
const minute = (instant: Date | string): string =>
  quote(new Date(instant).toISOString().slice(0, 16).replace('T', ' '));

/** What makes an item a commitment in the first place; an admin's own query narrows it further. */
const OPEN = ['statusCategory != Done', 'duedate is not EMPTY'];

/** The bounded query for open commitments. */
export function commitmentJql(query: CommitmentQuery): string {
  const groups = query.map(({ projectIds, actionQuery, clause }) => {
    const where = projectIds.length === 1 ? `project = ${projectIds[0]}` : `project in ${ids(projectIds)}`;
    const action = actionQuery === null ? [] : [`(${actionQuery})`];
    return `(${[where, ...action, ...clauseJql(clause)].join(' AND ')})`;
  });
  return `${OPEN.join(' AND ')} AND (${groups.join(' OR ')})`;
}

/** The earliest due first: what is most overdue is most urgent. */
export const ordered = (jql: string): string => `${jql} ORDER BY duedate ASC, id ASC`;

function clauseJql(clause: ClauseGroup['clause']): string[] {
  switch (clause.kind) {
    case 'owners':
      return [`duedate in ${list(clause.dates)}`, `assignee in ${list(clause.among)}`];
    case 'unowned':
      return [`duedate in ${list(clause.dates)}`, 'assignee is EMPTY'];
    case 'strangers':
      return [
        `duedate in ${list(clause.dates)}`,
        clause.notAmong.length > 0 ? `assignee not in ${list(clause.notAmong)}` : 'assignee is not EMPTY',
      ];
    case 'recent':
      return [`duedate in ${list(clause.dates)}`, `created >= ${minute(clause.createdFrom)}`];
    case 'chain':
      return [`duedate in ${list(clause.dates)}`];
    case 'range':
      return [
        ...(clause.after === null ? [] : [`duedate > ${quote(clause.after)}`]),
        ...(clause.upTo === null ? [] : [`duedate <= ${quote(clause.upTo)}`]),
        ...(clause.unowned ? ['assignee is EMPTY'] : []),
      ];
    case 'items':
      return [`id in ${ids(clause.ids)}`];
  }
}

export function overdueJql({ projectId, actionQuery, dueFrom, dueUpTo, createdBy }: OverdueQuery): string {
  const must = [
    `project = ${projectId}`,
    ...OPEN,
    ...(actionQuery === null ? [] : [`(${actionQuery})`]),
    ...(dueFrom === undefined ? [] : [`duedate >= ${quote(dueFrom)}`]),
    `duedate <= ${quote(dueUpTo)}`,
    ...(createdBy === undefined ? [] : [`created <= ${minute(createdBy)}`]),
  ];
  return ordered(must.join(' AND '));
}
