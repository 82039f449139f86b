/** Fields that hold ids of something: projects, people, versions and the like. */
import type { Issue } from '../../entities';
import { covering } from './candidates';
import { functionRefused, unknownValue } from './errors';
import type { CompiledClause, FieldClause, JqlField } from './field';
import { type Literal, resolveOperands } from './operands';
import { type Operator, testOf, type Values } from './operators';
import type { JqlEnvironment } from './types';

export interface Reference {
  readonly values: (issue: Issue, env: JqlEnvironment) => Values<string>;
  /** Ids that a written value means; `undefined` where it names nothing, which Jira refuses. */
  readonly find: (value: string, quoted: boolean, env: JqlEnvironment) => readonly string[] | undefined;
  /** Functions that fit, besides written values. */
  readonly takes?: 'user' | 'version';
  /** A word that means the empty field, as `Unresolved` does for resolutions. Lower case. */
  readonly emptyWord?: string;
  /** Index of the issue table that holds `values`. */
  readonly index?: 'project' | 'parent';
  /** For `<` and the like: the ids that stand so to the given ones. */
  readonly compare?: (operator: Operator, ids: readonly string[], env: JqlEnvironment) => readonly string[];
  /** Refusal of a value that names nothing, where it is not the usual one. */
  readonly refuse?: (value: string, field: string) => Error;
}

/** How a reference field's clauses are evaluated. */
export function compileReference(reference: Reference): JqlField['compile'] {
  return (clause, env) => {
    const operands = resolveOperands(clause, env);
    const ids = new Set<string>();
    let { withEmpty } = operands;
    for (const literal of operands.literals) {
      if (literal.kind === 'value' && literal.value.toLowerCase() === reference.emptyWord) withEmpty = true;
      else for (const id of idsOf(literal, reference, clause, env)) ids.add(id);
    }
    if (/[<>]/.test(clause.operator) && reference.compare)
      return compiled('in', reference.compare(clause.operator, [...ids], env), false, reference, env);
    return compiled(clause.operator, [...ids], withEmpty, reference, env);
  };
}

function idsOf(
  literal: Literal,
  { find, takes, refuse = unknownValue }: Reference,
  { field }: FieldClause,
  env: JqlEnvironment,
): readonly string[] {
  if (literal.kind === 'value') {
    const ids = find(literal.value, literal.quoted, env);
    if (!ids) throw refuse(literal.value, field);
    return ids;
  }
  if (literal.kind === 'instant' || literal.kind !== takes) throw functionRefused(literal.from, field);
  return literal.ids;
}

function compiled(
  operator: Operator,
  ids: readonly string[],
  withEmpty: boolean,
  { values, index }: Reference,
  env: JqlEnvironment,
): CompiledClause {
  const test = testOf(operator, ids, withEmpty);
  const matches = (issue: Issue): boolean => test(values(issue, env));
  if (!index || withEmpty || (operator !== '=' && operator !== 'in')) return { matches };
  return { matches, narrow: covering(index, ids) };
}

/**
 * Ids of the rows that a value names, whatever the case. A bare number is an id first and a name second; in quotes it
 * is the other way round.
 */
export function idsNamed<T extends { readonly id: string }>(
  rows: Iterable<T>,
  names: (row: T) => readonly string[],
  value: string,
  quoted: boolean,
): readonly string[] | undefined {
  const wanted = value.toLowerCase();
  const byName: string[] = [];
  let byId: string | undefined;
  for (const row of rows) {
    if (row.id === value) byId = row.id;
    if (names(row).some((name) => name.toLowerCase() === wanted)) byName.push(row.id);
  }
  if (byId !== undefined && (!quoted || byName.length === 0)) return [byId];
  return byName.length > 0 ? byName : undefined;
}
