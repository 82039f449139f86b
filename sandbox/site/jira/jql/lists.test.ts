import { siteWith } from '../../../../test/support/site';
import type { AstNode, Clause, Operand } from '@atlaskit/jql-ast';
import fc from '../../../../test/support/properties';
import { compileJql, JqlError } from '.';
import { shorten } from './lists';
import { type ParsedJql, parseJql, parseQuickly } from './parse';

const people = Array.from({ length: 60 }, (_, i) => `712020:0000-4b1d-4d0c-8a7e-00000000${1000 + i}`);
const { state } = siteWith((build) => {
  const projectId = build.project({ key: 'PAY' }).id;
  people.forEach((accountId, i) => {
    build.user({ accountId });
    build.issue({ projectId, key: `PAY-${i + 1}`, assigneeId: accountId });
  });
});

const list = (values: readonly string[]): string => `(${values.map((value) => `"${value}"`).join(', ')})`;
const found = (jql: string): string[] => {
  const environment = { state, accountId: 'member', timeZone: 'UTC', now: 0, indexedProperties: [] };
  const { candidates, matches } = compileJql(jql, environment);
  return [...candidates()].filter(matches).map(({ key }) => key);
};
const messagesOf = (jql: string): readonly string[] => {
  try {
    found(jql);
    return [];
  } catch (error) {
    if (error instanceof JqlError) return error.messages;
    throw error;
  }
};

describe('queries with long lists', () => {
  it('find what each of the words means', () => {
    const jql = `project = PAY AND (assignee in ${list(people.slice(0, 50))} OR assignee not in ${list(people.slice(0, 59))})`;
    expect(shorten(jql)?.lists.map(({ length }) => length)).toEqual([50, 59]);
    expect(found(jql)).toHaveLength(51);
    const ids = [...state.issues.all()].map(({ id }) => id);
    expect(found(`project = PAY AND id in (${ids.join(', ')}) AND assignee = "${people[7]}"`)).toEqual([
      'PAY-8',
    ]);
    expect(found(`NOT assignee in ${list(people.slice(1))}`)).toEqual(['PAY-1']);
  });

  it('are parsed as one and the same query whatever the words are', () => {
    const asked = (day: number) =>
      `project = PAY AND due in ("2026-07-${day}", "2026-07-30") AND created >= "2026-07-${day} 09:00"`;
    expect(shorten(asked(21))?.jql).toBe(shorten(asked(22))?.jql);
    expect(shorten(asked(21))?.lists).toEqual([['"2026-07-21"', '"2026-07-30"'], ['"2026-07-21 09:00"']]);
    expect(found(`assignee = "${people[3]}"`)).toEqual(['PAY-4']);
    expect(found(`assignee = "${people[4]}"`)).toEqual(['PAY-5']);
  });

  it('are refused in the words of the query as it was written', () => {
    const wrong = list([...people, 'nobody']);
    expect(messagesOf(`assignee in ${wrong}`)).toEqual([
      "The value 'nobody' does not exist for the field 'assignee'.",
    ]);
    expect(messagesOf(`assignee in ${list(people)} AND voter in ${wrong}`).join()).toContain(
      `'voter in ${wrong}'`,
    );
    expect(messagesOf(`assignee in ${list(people)} AND`)).toHaveLength(1);
  });

  it('are left alone where the list stands in a text, or holds more than plain words', () => {
    const long = list(people);
    expect(shorten(`summary ~ '${long}'`)).toBeUndefined();
    expect(shorten(`summary ~ "${long.replaceAll('"', '\\"')}"`)).toBeUndefined();
    expect(shorten(`assignee in (${people.map((id) => `"${id}\\u0041"`).join(', ')})`)).toBeUndefined();
    expect(shorten(`assignee in ${long} AND summary ~ "\ue000"`)).toBeUndefined();
  });
});

/** What a query says, without the places where its words stand. */
function meaning({ where, orderBy }: Pick<ParsedJql, 'where' | 'orderBy'>) {
  const text = (node: AstNode & { readonly text?: string }): string => node.text ?? '';
  const operandOf = (operand: Operand | void): unknown => {
    if (operand?.operandType === 'list') return operand.values.map(operandOf);
    if (operand?.operandType === 'function') return [text(operand.function), ...operand.arguments.map(text)];
    return operand?.operandType === 'value' ? [operand.text, operand.value] : operand?.operandType;
  };
  const clauseOf = (clause: Clause): unknown => {
    if (clause.clauseType === 'not') return ['not', clauseOf(clause.clause)];
    if (clause.clauseType === 'compound') return [clause.operator.value, ...clause.clauses.map(clauseOf)];
    return [clause.field.text, clause.operator?.value, operandOf(clause.operand)];
  };
  return {
    where: where && clauseOf(where),
    orderBy: orderBy.map(({ field, direction }) => [field.text, direction?.value]),
  };
}

const field = fc.constantFrom(
  'assignee',
  '"Assignee"',
  "'due date'",
  'cf[10016]',
  '"Story Points[Number]"',
  'id',
);
const word = fc.oneof(
  fc.constantFrom('"x"', "'y z'", '"(1, 2, 3, 4, 5, 6)"', '\'("a", "b")\'', '"it\\"s (9"', 'plain', 'PAY-7'),
  fc.constantFrom(...people).map((id) => `"${id}"`),
  fc.nat({ max: 99_999 }).map(String),
);
const words = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }),
  fc.array(fc.nat({ max: 99_999 }).map(String), { minLength: 6, maxLength: 30 }),
  fc.array(
    fc.constantFrom(...people).map((id) => `"${id}"`),
    { minLength: 6, maxLength: 30 },
  ),
);
const listOf = fc
  .tuple(words, fc.constantFrom(',', ', ', ' ,\n'), fc.constantFrom('', ' '))
  .map(([values, comma, edge]) => `(${edge}${values.join(comma)}${edge})`);
const clause = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('=', ' = ', '!=', ' != ', '>=', ' ~ ', ' was ', ' was not '), word)
    .map((parts) => parts.join('')),
  fc
    .tuple(field, fc.constantFrom(' in ', ' in', ' not in ', ' NOT IN', ' was in '), listOf)
    .map((parts) => parts.join('')),
  fc.tuple(field, fc.constantFrom(' is empty', ' is not EMPTY', ' >= now()')).map((parts) => parts.join('')),
  listOf.map((values) => `issue in linkedIssues${values}`),
);
const { query } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    clause,
    fc
      .tuple(tie('query'), fc.constantFrom(' AND ', ' or ', ' && ', '||'), tie('query'))
      .map((parts) => `(${parts.join('')})`),
    tie('query').map((inner) => `NOT ((${inner}))`),
  ),
}));
/** Long enough that it is worth parsing quickly. */
const long = fc
  .tuple(query, fc.constantFrom('', ' ORDER BY due', ' order by cf[10016] desc, "Assignee"'))
  .map(([inner, order]) => `assignee in ${list(people)} AND (${inner})${order}`);

describe('parsing quickly', () => {
  it('gives the tree that plain parsing gives', () => {
    fc.assert(
      fc.property(long, (jql) => {
        const quick = parseQuickly(jql);
        expect(quick && meaning(quick)).toEqual(meaning(parseJql(jql)));
      }),
    );
  });

  it('gives up on what plain parsing refuses', () => {
    const broken = fc
      .tuple(long, fc.nat(), fc.constantFrom('', '"', "'", '(', ')', ',', '\\'))
      .map(([jql, at, put]) => {
        const place = at % jql.length;
        return `${jql.slice(0, place)}${put}${jql.slice(place + 1)}`;
      });
    const plainly = (jql: string): unknown => {
      try {
        return meaning(parseJql(jql));
      } catch (error) {
        if (error instanceof JqlError) return undefined;
        throw error;
      }
    };
    fc.assert(
      fc.property(broken, (jql) => {
        const quick = parseQuickly(jql);
        if (quick) expect(meaning(quick)).toEqual(plainly(jql));
      }),
    );
  });
});
