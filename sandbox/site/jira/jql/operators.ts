import type { OperatorValue } from '@atlaskit/jql-ast';

/** What the sandbox evaluates. The historical operators `was` and `changed` are refused by name. */
export type Operator = Exclude<OperatorValue, 'was' | 'was not' | 'was in' | 'was not in' | 'changed'>;

const OPPOSITES: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

/** False for the operators that look into an issue's past. */
export const isModelled = (operator: OperatorValue): operator is Operator => operator in OPPOSITES;

/**
 * What Jira puts for `NOT (field operator value)`: it pushes NOT inwards and flips operators before it searches, so
 * that `NOT assignee = x` leaves out unassigned issues just as `assignee != x` does.
 */
export const opposite = (operator: Operator): Operator => OPPOSITES[operator];

export const EQUALITY: readonly Operator[] = ['=', '!=', 'in', 'not in', 'is', 'is not'];
export const COMPARING: readonly Operator[] = ['<', '<=', '>', '>='];
export const ORDERED: readonly Operator[] = [...EQUALITY, ...COMPARING];
export const TEXTUAL: readonly Operator[] = ['~', '!~', 'is', 'is not'];

/** One value, several, or none. An empty array is none too. */
export type Values<K> = K | readonly K[] | null;

/** Fields hold what can be compared with `<`: numbers, or strings whose order is their meaning (`YYYY-MM-DD`). */
export type Comparable = string | number;

/**
 * A test of a field's values. Jira's rule for empty fields is in here and nowhere else: only `is EMPTY`, and a list
 * that names EMPTY, ever match them; `!=`, `not in` and the comparisons never do.
 * Of several values, one that fits is enough, while `!=` and `not in` want none that does.
 */
export function testOf<K extends Comparable>(
  operator: Operator,
  operands: readonly K[],
  withEmpty: boolean,
): (values: Values<K>) => boolean {
  const isEmpty = (values: Values<K>): values is null =>
    values === null || (typeof values === 'object' && values.length === 0);
  const one = singleTest(operator, operands);
  const any = (values: Exclude<Values<K>, null>): boolean =>
    typeof values === 'object' ? values.some(one) : one(values);

  if (operator === '!=' || operator === 'not in' || operator === 'is not')
    return (values) => !isEmpty(values) && !any(values);
  return (values) => (isEmpty(values) ? withEmpty : any(values));
}

/** Of the negative operators, this is the positive half. */
function singleTest<K extends Comparable>(operator: Operator, operands: readonly K[]): (value: K) => boolean {
  const [first] = operands;
  if (first === undefined) return () => false;
  switch (operator) {
    case '<':
      return (value) => value < first;
    case '<=':
      return (value) => value <= first;
    case '>':
      return (value) => value > first;
    case '>=':
      return (value) => value >= first;
    default: {
      if (operands.length === 1) return (value) => value === first;
      const set = new Set<K>(operands);
      return (value) => set.has(value);
    }
  }
}
