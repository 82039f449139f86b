/**
 * Entity properties in JQL: `issue.property[key].path`, and the aliases that a manifest gives to indexed paths.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 */
import type { Field } from '@atlaskit/jql-ast';
import type { Issue } from '../../entities';
import { functionRefused, notModelled, unknownValue } from './errors';
import type { FieldClause, JqlField, SortKey } from './field';
import { instantOf, inSeconds } from './moments';
import { numberOf } from './numbers';
import { type Literal, resolveOperands } from './operands';
import { type Comparable, EQUALITY, type Operator, ORDERED, testOf, TEXTUAL } from './operators';
import { decode } from './parse';
import { parseStamp } from './stamp';
import { compileText } from './text';
import type { IndexedProperty, JqlEnvironment } from './types';
import { wordsOf } from './words';

const OPERATORS: Readonly<Record<IndexedProperty['type'], readonly Operator[]>> = {
  number: ORDERED,
  string: EQUALITY,
  text: TEXTUAL,
  user: EQUALITY,
  date: ORDERED,
};

/** The field that an alias names, whatever the case; `undefined` for any other name. */
export function propertyByAlias(name: string, env: JqlEnvironment): JqlField | undefined {
  const wanted = name.toLowerCase();
  const found = env.indexedProperties.find((entry) => entry.searchAlias?.toLowerCase() === wanted);
  return found && propertyField(found);
}

/**
 * The field of `issue.property[key].path`. What no manifest indexes is in no index, so there it is empty on every issue.
 * @throws JqlError for a form with several brackets or none, which the sandbox does not read.
 */
export function propertyByPath(field: Field, written: string, env: JqlEnvironment): JqlField {
  const [property, another] = field.properties ?? [];
  const key = property?.key && decode(property.key.text);
  const path = (property?.path ?? [])
    .map((part) => decode(part.text))
    .join('')
    .replace(/^\./, '');
  if (!key || another || path === '')
    throw notModelled('an entity property without one key and one path', written);
  const found = env.indexedProperties.find((entry) => entry.propertyKey === key && entry.path === path);
  return found ? propertyField(found) : NOWHERE;
}

const NOWHERE: JqlField = {
  operators: [...ORDERED, '~', '!~'],
  compile: (clause, env) => {
    const { withEmpty } = resolveOperands(clause, env);
    const found = testOf<Comparable>(clause.operator, [], withEmpty)(null);
    return { matches: () => found };
  },
  sortBy: () => [() => null],
};

function propertyField({ propertyKey, path, type }: IndexedProperty): JqlField {
  const raw = (issue: Issue): readonly unknown[] => valuesAt(issue.properties[propertyKey], path.split('.'));
  const operators = OPERATORS[type];
  if (type === 'text')
    return {
      operators,
      compile: compileText((issue) =>
        raw(issue)
          .filter((value) => typeof value === 'string')
          .map(wordsOf),
      ),
    };
  return {
    operators,
    compile: (clause, env) => {
      const { literals, withEmpty } = resolveOperands(clause, env);
      const operands = literals.map((literal) => operandOf(type, literal, clause, env));
      const test = testOf<Comparable>(clause.operator, operands, withEmpty);
      const read = readerOf(type, env.timeZone);
      return { matches: (issue) => test(typed(raw(issue), read)) };
    },
    // Atlassian's document of a parsed query lets an order-by element carry a property (`JqlQueryOrderByClauseElement`),
    // and its page on property indexes promises an order to numbers and dates alone.
    ...(type === 'number' || type === 'date'
      ? {
          sortBy: (env: JqlEnvironment): readonly SortKey[] => {
            const read = readerOf(type, env.timeZone);
            return [(issue) => typed(raw(issue), read)[0] ?? null];
          },
        }
      : {}),
  };
}

function operandOf(
  type: Exclude<IndexedProperty['type'], 'text'>,
  literal: Literal,
  clause: FieldClause,
  env: JqlEnvironment,
): Comparable {
  if (type === 'date') return inSeconds(instantOf(literal, clause, env));
  if (type === 'number') return numberOf(literal, clause);
  if (literal.kind !== 'value') {
    if (type === 'user' && literal.kind === 'user') return literal.ids[0] as string;
    throw functionRefused(literal.from, clause.field);
  }
  if (type === 'user' && !env.state.users.get(literal.value)) throw unknownValue(literal.value, clause.field);
  return literal.value;
}

/** What of a value the index takes; `null` leaves it out, so that the field counts as empty. */
type Reader = (value: unknown) => Comparable | null;

function readerOf(type: Exclude<IndexedProperty['type'], 'text'>, timeZone: string): Reader {
  if (type === 'number') return (value) => (typeof value === 'number' ? value : null);
  if (type !== 'date') return (value) => (typeof value === 'string' ? value : null);
  const known = new Map<string, number | null>();
  return (value) => {
    if (typeof value !== 'string') return null;
    let at = known.get(value);
    if (at === undefined) known.set(value, (at = parseStamp(value, timeZone)));
    return at;
  };
}

function typed(values: readonly unknown[], read: Reader): readonly Comparable[] {
  return values.map(read).filter((value) => value !== null);
}

/** The values at a dotted path. Arrays on the way, and at the end, stand for each of their elements. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return [];
  return valuesAt((value as Record<string, unknown>)[first], rest);
}
