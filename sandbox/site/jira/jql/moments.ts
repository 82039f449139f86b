/** Fields that hold a moment: a date and time, or (the due date) a date alone. */
import type { Issue } from '../../entities';
import { covering } from './candidates';
import { localDate, parseDate, parsePeriod } from './dates';
import { badDate, functionRefused } from './errors';
import type { FieldClause, JqlField } from './field';
import { type Literal, resolveOperands } from './operands';
import { testOf } from './operators';
import type { JqlEnvironment } from './types';

/** The instant that a written date, a period from now, or a function means. A bare date is its midnight. */
export function instantOf(literal: Literal, { field }: FieldClause, env: JqlEnvironment): number {
  if (literal.kind === 'instant') return literal.at;
  if (literal.kind !== 'value') throw functionRefused(literal.from, field);
  const period = parsePeriod(literal.value);
  const at = period === null ? parseDate(literal.value, env.timeZone) : env.now + period;
  if (at === null) throw badDate(literal.value, field);
  return at;
}

/** Jira's search index keeps seconds. */
export const inSeconds = (instant: number): number => Math.floor(instant / 1000);

/**
 * A field with a time of day. `created <= "2026-07-21"` ends at that day's midnight, as in Jira: "if a time-component
 * is not specified, midnight will be assumed". https://support.atlassian.com/jira-software-cloud/docs/jql-fields/
 */
export function compileInstant(read: (issue: Issue) => number | null): JqlField['compile'] {
  return (clause, env) => {
    const { literals, withEmpty } = resolveOperands(clause, env);
    const instants = literals.map((literal) => inSeconds(instantOf(literal, clause, env)));
    const test = testOf(clause.operator, instants, withEmpty);
    return {
      matches: (issue) => {
        const at = read(issue);
        return test(at === null ? null : inSeconds(at));
      },
    };
  };
}

/** The due date has no time: the operand's instant becomes a date in the asker's zone, and dates are compared. */
export const compileDueDate: JqlField['compile'] = (clause, env) => {
  const { literals, withEmpty } = resolveOperands(clause, env);
  const dates = literals.map((literal) => localDate(instantOf(literal, clause, env), env.timeZone));
  const test = testOf(clause.operator, dates, withEmpty);
  const matches = (issue: Issue): boolean => test(issue.dueDate);
  if (withEmpty || (clause.operator !== '=' && clause.operator !== 'in')) return { matches };
  return { matches, narrow: covering('dueDate', dates) };
};
