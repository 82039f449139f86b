/** Fields that hold issues: an issue's own key or id, and its parent. */
import type { Issue } from '../../entities';
import { covering } from './candidates';
import { functionRefused, JqlError } from './errors';
import type { CompiledClause, FieldClause, JqlField } from './field';
import { resolveOperands } from './operands';
import { testOf } from './operators';
import type { JqlEnvironment } from './types';

const KEY = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

/** The number of `ABC-12`. */
export const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

/** The issue of a written key or id. */
export function findIssue(value: string, { state }: JqlEnvironment): Issue | undefined {
  return state.issues.where('key', value.toUpperCase())[0] ?? state.issues.get(value);
}

/** Jira's refusal of a key without an issue, and of what is no key at all. */
export function issueRefused(value: string, field: string): JqlError {
  return new JqlError(
    KEY.test(value) || /^\d+$/.test(value)
      ? `An issue with key '${value}' does not exist for field '${field}'.`
      : `The issue key '${value}' for field '${field}' is invalid.`,
  );
}

/** `key in (...)` from the index; `key > ABC-5` among the issues of that project, by number. */
export const compileKey: JqlField['compile'] = (clause, env) => {
  const { literals, withEmpty } = resolveOperands(clause, env);
  const issues = literals.flatMap((literal) => {
    if (literal.kind === 'issue') return literal.ids.flatMap((id) => env.state.issues.get(id) ?? []);
    if (literal.kind !== 'value') throw functionRefused(literal.from, clause.field);
    const issue = findIssue(literal.value, env);
    if (!issue) throw issueRefused(literal.value, clause.field);
    return issue;
  });
  return /[<>]/.test(clause.operator) ? inOneProject(clause, issues) : among(clause, issues, withEmpty);
};

function among({ operator }: FieldClause, issues: readonly Issue[], withEmpty: boolean): CompiledClause {
  const ids = [...new Set(issues.map((issue) => issue.id))];
  const test = testOf(operator, ids, withEmpty);
  const matches = (issue: Issue): boolean => test(issue.id);
  if (operator !== '=' && operator !== 'in') return { matches };
  return { matches, narrow: covering('id', ids) };
}

function inOneProject({ operator }: FieldClause, [bound]: readonly Issue[]): CompiledClause {
  if (!bound) return { matches: () => false };
  const test = testOf(operator, [numberOf(bound.key)], false);
  return {
    matches: (issue) => issue.projectId === bound.projectId && test(numberOf(issue.key)),
    narrow: covering('project', [bound.projectId]),
  };
}
