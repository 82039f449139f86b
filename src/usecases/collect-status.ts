import { queriesOf, type Facts, type Item, type Listed, type Queries } from '../domain/status';
import type { JiraFacts } from '../ports/jira-facts';

/** Points are the price: each item read costs one, a count costs one whatever it finds. */
const MAX_OVERDUE = 200;
const MAX_DUE_NEXT_WEEK = 20;
const MAX_RISKS = 50;

export interface Collected {
  readonly facts: Facts;
  readonly queries: Queries;
}

/**
 * Reads what one report needs, side by side: at most eleven calls.
 *
 * @throws AppError as the port does; a report of half the facts would pass for a whole one.
 */
export async function collectStatus(
  jira: JiraFacts,
  projectId: string,
  plan: Parameters<typeof queriesOf>[0],
): Promise<Collected> {
  const queries = queriesOf(plan);
  const [open, openDated, opened, resolved, backlog, overdue, dueNextWeek, versions, risks] =
    await Promise.all([
      jira.count(queries.open),
      jira.count(queries.openDated),
      jira.count(queries.opened),
      jira.count(queries.resolved),
      queries.backlog === null ? null : jira.count(queries.backlog),
      list(jira, queries.overdue, MAX_OVERDUE),
      list(jira, queries.dueNextWeek, MAX_DUE_NEXT_WEEK),
      jira.versions(projectId),
      jira.openRisks(projectId, MAX_RISKS),
    ]);
  const figures = {
    open,
    overdue: overdue.total,
    opened,
    resolved,
    dueNextWeek: dueNextWeek.total,
    backlog,
  };
  const { risks: records, unreadable } = risks;
  const facts = {
    figures,
    openDated,
    overdue,
    dueNextWeek,
    versions,
    risks: records,
    unreadableRisks: unreadable,
  };
  return { facts, queries };
}

/** A list that came whole is its own count, and an exact one. */
async function list(jira: JiraFacts, jql: string, max: number): Promise<Listed<Item>> {
  const items = await jira.search({ jql: `${jql} ORDER BY duedate ASC, key ASC`, max });
  const total = items.length < max ? items.length : Math.max(items.length, await jira.count(jql));
  return { items, total };
}
