import type { Clause, Field, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../../entities';
import { type Narrow, narrowAll, narrowAny, rowsOf } from './candidates';
import { JqlError, notModelled, operatorRefused, unknownField } from './errors';
import type { JqlField } from './field';
import { FIELDS, OTHER_FIELDS } from './fields';
import { customField } from './numbers';
import { isModelled, opposite } from './operators';
import { compileOrder } from './order';
import { decode, excerpt, type ParsedJql, parseJql, parseQuickly } from './parse';
import { propertyByAlias, propertyByPath } from './property';
import type { CompiledJql, JqlEnvironment } from './types';

interface Compiled {
  readonly matches: (issue: Issue) => boolean;
  readonly narrow: Narrow;
}

/**
 * Compiles a query for one asker and moment: names, functions and dates are settled here, so that matching is cheap.
 * @throws JqlError for what Jira refuses, and for what the sandbox does not model
 */
export function compileJql(jql: string, env: JqlEnvironment): CompiledJql {
  const quick = parseQuickly(jql);
  if (quick) {
    try {
      return compileParsed(quick, env);
    } catch (error) {
      // Only the query as it was written can say what is wrong with it.
      if (!(error instanceof JqlError)) throw error;
    }
  }
  return compileParsed(parseJql(jql), env);
}

function compileParsed({ source, where, orderBy }: ParsedJql, env: JqlEnvironment): CompiledJql {
  const { issues } = env.state;
  const messages: string[] = [];
  /** Jira names every faulty clause at once. */
  const collect = <T>(compile: () => T): T | undefined => {
    try {
      return compile();
    } catch (error) {
      if (!(error instanceof JqlError)) throw error;
      messages.push(...error.messages);
      return undefined;
    }
  };

  /** NOT never becomes a node of its own: it is pushed inwards, as `opposite` explains. */
  const visit = (clause: Clause, negated: boolean): Compiled => {
    if (clause.clauseType === 'not') return visit(clause.clause, !negated);
    if (clause.clauseType === 'terminal') {
      const terminal = collect(() => compileTerminal(clause, negated, source, env));
      return terminal ?? { matches: () => false, narrow: undefined };
    }
    const parts = clause.clauses.map((part) => visit(part, negated));
    const narrows = parts.map((part) => part.narrow);
    const tests = parts.map((part) => part.matches);
    const isAnd = (clause.operator.value === 'and') !== negated;
    return isAnd
      ? { matches: (issue) => tests.every((test) => test(issue)), narrow: narrowAll(issues, narrows) }
      : { matches: (issue) => tests.some((test) => test(issue)), narrow: narrowAny(issues, narrows) };
  };

  const root = where && visit(where, false);
  const resolve = (field: Field): JqlField | undefined => {
    const name = decode(field.text);
    if (OTHER_FIELDS.has(name.toLowerCase())) throw notModelled(`sorting by '${name}'`, `ORDER BY ${name}`);
    return findField(field, name, source, env);
  };
  const compare = collect(() => compileOrder(orderBy, resolve, env));
  if (messages.length > 0 || !compare) throw new JqlError([...new Set(messages)]);
  return {
    matches: root?.matches ?? (() => true),
    compare,
    candidates: () => (root?.narrow ? rowsOf(issues, root.narrow) : issues.all()),
    bounded: root !== undefined,
  };
}

function compileTerminal(
  clause: TerminalClause,
  negated: boolean,
  source: string,
  env: JqlEnvironment,
): Compiled {
  // Only a refusal needs it, and finding it costs the length of the query.
  const textOf = (): string => excerpt(source, clause);
  const name = decode(clause.field.text);
  const { operator, operand } = clause;
  const field = findField(clause.field, name, source, env);
  if (!field) {
    if (OTHER_FIELDS.has(name.toLowerCase())) throw notModelled(`the field '${name}'`, textOf());
    throw unknownField(name);
  }
  if (!operator || !isModelled(operator.value))
    throw notModelled(`the operator '${operator?.value ?? ''}'`, textOf());
  const written = operator.value;
  if (!field.operators.includes(written)) throw operatorRefused(written, name);
  if (field.missing?.includes(written)) throw notModelled(`the operator '${written}' on '${name}'`, textOf());
  if (!operand) throw notModelled('a clause without a value', textOf());
  const { matches, narrow } = field.compile(
    {
      field: name,
      written,
      operator: negated ? opposite(written) : written,
      operand,
      get text() {
        return textOf();
      },
    },
    env,
  );
  return { matches, narrow };
}

/** Jira's own fields win over custom ones, and those over an app's alias of the same name. */
function findField(field: Field, name: string, source: string, env: JqlEnvironment): JqlField | undefined {
  if (name.toLowerCase() === 'issue.property') return propertyByPath(field, excerpt(source, field), env);
  if (field.properties && field.properties.length > 0) return undefined;
  return FIELDS.get(name.toLowerCase()) ?? customField(name, env) ?? propertyByAlias(name, env);
}
