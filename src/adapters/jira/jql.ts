import { quote } from '../../domain/jql';
import type { CommitmentQuery } from '../../ports/issues';

const list = (values: readonly string[]): string => `(${values.map(quote).join(', ')})`;

/** A JQL minute in UTC, the zone of the app's own account. */
const minute = (instant: Date): string => quote(instant.toISOString().slice(0, 16).replace('T', ' '));

/** The bounded query for a project's open commitments. */
export function commitmentJql(query: CommitmentQuery): string {
  const must = [`project = ${query.projectId}`, 'statusCategory != Done', 'duedate is not EMPTY'];
  if (query.dueFrom) must.push(`duedate >= ${quote(query.dueFrom)}`);
  if (query.dueUpTo) must.push(`duedate <= ${quote(query.dueUpTo)}`);
  if (query.createdBy) must.push(`created <= ${minute(query.createdBy)}`);
  const any = [
    ...ownersClause(query),
    ...strangersClause(query),
    ...recentClause(query),
    ...datesClause(query.dates),
    ...idsClause(query.issueIds),
  ];
  if (any.length > 0) must.push(`(${any.join(' OR ')})`);
  return `${must.join(' AND ')} ORDER BY id ASC`;
}

function ownersClause({ owners }: CommitmentQuery): string[] {
  if (!owners) return [];
  const who = [
    ...(owners.among.length > 0 ? [`assignee in ${list(owners.among)}`] : []),
    ...(owners.unowned ? ['assignee is EMPTY'] : []),
  ];
  return [`(duedate in ${list(owners.dates)} AND (${who.join(' OR ')}))`];
}

function strangersClause({ strangers }: CommitmentQuery): string[] {
  if (!strangers) return [];
  const who =
    strangers.notAmong.length > 0 ? `assignee not in ${list(strangers.notAmong)}` : 'assignee is not EMPTY';
  return [`(duedate in ${list(strangers.dates)} AND ${who})`];
}

function recentClause({ recent }: CommitmentQuery): string[] {
  if (!recent) return [];
  return [`(duedate in ${list(recent.dates)} AND created >= ${minute(recent.createdFrom)})`];
}

const datesClause = (dates: readonly string[] | undefined): string[] =>
  dates?.length ? [`duedate in ${list(dates)}`] : [];
const idsClause = (ids: readonly string[] | undefined): string[] =>
  ids?.length ? [`id in (${ids.filter((id) => /^\d+$/.test(id)).join(', ')})`] : [];
