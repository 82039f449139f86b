import fc from '../../../../test/support/properties';
import { searchSite } from '../../../../test/support/jql';
import type { Issue } from '../../entities';
import type { SiteState } from '../../state';
import { compileJql, JqlError } from '.';

const scoreOf = (issue: Issue): number | null => {
  const { score } = (issue.properties['docket.risk'] ?? {}) as { score?: unknown };
  return typeof score === 'number' ? score : null;
};

const FIELDS: Readonly<Record<string, { read: (issue: Issue) => unknown; values: readonly string[] }>> = {
  project: { read: (i) => i.projectId, values: ['PAY', 'NET'] },
  key: { read: (i) => i.id, values: ['PAY-1', 'NET-1', 'PAY-3'] },
  parent: { read: (i) => i.parentId, values: ['PAY-1', 'PAY-2', 'NET-1'] },
  status: { read: (i) => i.statusId, values: ['"To Do"', '"In Progress"', 'Done'] },
  statusCategory: { read: (i) => i.statusId, values: ['new', 'Done'] },
  assignee: { read: (i) => i.assigneeId, values: ['lead', 'currentUser()'] },
  priority: { read: (i) => i.priorityId, values: ['Highest', 'Low'] },
  due: { read: (i) => i.dueDate, values: ['2026-07-20', '2026-07-21', '1d', 'endOfWeek()'] },
  labels: { read: (i) => i.labels[0] ?? null, values: ['a', 'b'] },
  fixVersion: { read: (i) => i.fixVersionIds[0] ?? null, values: ['"1.0"', '"2.0"', '404'] },
  riskScore: { read: scoreOf, values: ['1', '2'] },
};
const RANGED = ['due', 'key', 'priority', 'fixVersion', 'riskScore'];

const fieldName = fc.constantFrom(...Object.keys(FIELDS));
const fieldAndValue = fieldName.chain((name) =>
  fc.tuple(fc.constant(name), fc.constantFrom(...(FIELDS[name]?.values ?? []))),
);

const terminal = fc.oneof(
  fc.tuple(fieldAndValue, fc.constantFrom('=', '!=')).map(([[name, value], op]) => `${name} ${op} ${value}`),
  fc
    .tuple(fieldName, fc.constantFrom('in', 'not in'), fc.boolean(), fc.infiniteStream(fc.nat()))
    .map(([name, op, withEmpty, picks]) => {
      const { values = [] } = FIELDS[name] ?? {};
      const some = [0, 1].map(() => values[Number(picks.next().value) % values.length]);
      return `${name} ${op} (${[...some, ...(withEmpty ? ['EMPTY'] : [])].join(', ')})`;
    }),
  fc.tuple(fieldName, fc.constantFrom('is', 'is not')).map(([name, op]) => `${name} ${op} EMPTY`),
  fc
    .tuple(fieldAndValue, fc.constantFrom('<', '<=', '>', '>='))
    .filter(([[name]]) => RANGED.includes(name))
    .map(([[name, value], op]) => `${name} ${op} ${value}`),
);
const { query } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    terminal,
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} AND ${b})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
    tie('query').map((a) => `NOT ${a}`),
  ),
}));

const either = <T>(...values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
const row = fc.record({
  projectId: fc.constantFrom('1', '2'),
  statusId: fc.constantFrom('10010', '10011', '10012'),
  priorityId: either('1', '2', '4'),
  assigneeId: either('lead', 'member'),
  parentId: either('1001', '1002', '2001'),
  dueDate: either('2026-07-19', '2026-07-20', '2026-07-21', '2026-07-22', '2026-07-26'),
  labels: fc.subarray(['a', 'B']),
  fixVersionIds: fc.subarray(['401', '402', '404']),
  score: either(1, 2, 3),
});
const rows = fc.array(row, { maxLength: 8 });

/** The search site with random issues in place of its own fields: the first three keep keys that queries name. */
function siteOf(drawn: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]) {
  const site = searchSite();
  const keys = ['1001', '1003', '2001'];
  drawn.forEach(({ score, ...change }, index) => {
    const base = site.state.issues.get('1002') as Issue;
    const id = keys[index] ?? String(5000 + index);
    const key = site.state.issues.get(id)?.key ?? `PAY-${100 + index}`;
    const properties = score === null ? {} : { 'docket.risk': { score } };
    // A key names its project, also for issues that a query names.
    const projectId = key.startsWith('NET') ? '2' : index < keys.length ? '1' : change.projectId;
    site.state.issues.put({ ...base, ...change, projectId, id, key, properties });
  });
  return site;
}

const idsOf = (issues: Iterable<Issue>): string[] => [...issues].map((issue) => issue.id).sort();
const matching = (jql: string, { env, state }: ReturnType<typeof searchSite>): string[] =>
  idsOf([...state.issues.all()].filter(compileJql(jql, env).matches));
const everyId = (state: SiteState): string[] => idsOf(state.issues.all());

describe('JQL keeps its laws', () => {
  it('finds the same from candidates as from the whole table', () => {
    fc.assert(
      fc.property(rows, query, (drawn, jql) => {
        const site = siteOf(drawn);
        const { matches, candidates } = compileJql(jql, site.env);
        const narrowed = [...candidates()];
        expect(new Set(narrowed).size).toBe(narrowed.length);
        expect(idsOf(narrowed.filter(matches))).toEqual(matching(jql, site));
      }),
      { numRuns: 400 },
    );
  });

  it('holds IN of one value equal to =, and NOT IN to !=', () => {
    fc.assert(
      fc.property(rows, fieldAndValue, (drawn, [name, value]) => {
        const site = siteOf(drawn);
        expect(matching(`${name} in (${value})`, site)).toEqual(matching(`${name} = ${value}`, site));
        expect(matching(`${name} not in (${value})`, site)).toEqual(matching(`${name} != ${value}`, site));
      }),
    );
  });

  it('parts the issues into =, != and EMPTY, and so for NOT of =', () => {
    fc.assert(
      fc.property(rows, fieldAndValue, (drawn, [name, value]) => {
        const site = siteOf(drawn);
        const parts = [`${name} = ${value}`, `NOT ${name} = ${value}`, `${name} is EMPTY`];
        expect(parts.flatMap((jql) => matching(jql, site)).sort()).toEqual(everyId(site.state));
        const filled = [...site.state.issues.all()].filter((issue) => FIELDS[name]?.read(issue) != null);
        expect(matching(`${name} is not EMPTY`, site)).toEqual(idsOf(filled));
      }),
    );
  });

  it('moves NOT inwards and drops it in pairs', () => {
    fc.assert(
      fc.property(rows, query, query, (drawn, a, b) => {
        const site = siteOf(drawn);
        expect(matching(`NOT (${a} AND ${b})`, site)).toEqual(matching(`NOT ${a} OR NOT ${b}`, site));
        expect(matching(`NOT NOT ${a}`, site)).toEqual(matching(a, site));
      }),
    );
  });

  it('binds AND closer than OR', () => {
    fc.assert(
      fc.property(rows, terminal, terminal, terminal, (drawn, a, b, c) => {
        const site = siteOf(drawn);
        expect(matching(`${a} OR ${b} AND ${c}`, site)).toEqual(matching(`${a} OR (${b} AND ${c})`, site));
      }),
    );
  });

  it('sorts the same whatever the order before', () => {
    const sortFields = [...Object.keys(FIELDS), 'created', 'summary', 'reporter', 'type'];
    const orderBy = fc
      .subarray(sortFields, { maxLength: 7 })
      .chain((names) =>
        fc.tuple(...names.map((name) => fc.constantFrom(name, `${name} ASC`, `${name} DESC`))),
      );
    fc.assert(
      fc.property(rows, orderBy, fc.infiniteStream(fc.nat()), (drawn, names, stream) => {
        const { env, state } = siteOf(drawn);
        const { compare } = compileJql(names.length > 0 ? `ORDER BY ${names.join(', ')}` : '', env);
        const sorted = [...state.issues.all()].sort(compare);
        const shuffled = [...state.issues.all()]
          .map((issue) => ({ issue, place: stream.next().value as number }))
          .sort((x, y) => x.place - y.place)
          .map(({ issue }) => issue);
        expect(shuffled.sort(compare).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
        sorted.forEach((later, index) =>
          sorted.slice(0, index).forEach((sooner) => expect(compare(sooner, later)).toBeLessThan(0)),
        );
      }),
    );
  });

  it('answers or refuses any text at all', () => {
    const { env } = searchSite();
    const words =
      'project status = != in not is EMPTY ( ) , AND OR ORDER BY PAY "x" \\ ~ < now() [ ] issue.property'.split(
        ' ',
      );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (jql) => {
        try {
          compileJql(jql, env);
        } catch (error) {
          expect(error).toBeInstanceOf(JqlError);
          expect((error as JqlError).messages.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('A compiled query', () => {
  const { env, state } = searchSite();

  it.each(['', '  ', 'ORDER BY created'])('is unbounded when it is %j', (jql) => {
    const { bounded, candidates } = compileJql(jql, env);
    expect(bounded).toBe(false);
    expect([...candidates()]).toHaveLength(state.issues.size);
  });

  it.each(['project = PAY', 'due is EMPTY', 'NOT key = PAY-1 ORDER BY key'])(
    'is bounded when it is %s',
    (jql) => {
      expect(compileJql(jql, env).bounded).toBe(true);
    },
  );

  it.each([
    ['project = PAY', 4],
    ['project = PAY AND due = 2026-07-21', 1],
    ['status = Done AND key in (PAY-1, PAY-2)', 2],
    ['parent = PAY-1 OR key = NET-1', 2],
    ['key > PAY-1', 4],
    ['NOT project != NET', 2],
    // Nothing to narrow these by.
    ['parent = PAY-1 OR status = Done', 6],
    ['parent in (PAY-1, EMPTY)', 6],
  ])('%s looks at %d issues', (jql, count) => {
    expect([...compileJql(jql, env).candidates()]).toHaveLength(count);
  });

  it('sees issues that arrive after it was compiled', () => {
    const site = searchSite();
    const { candidates, matches } = compileJql('project = NET', site.env);
    const before = [...candidates()].length;
    site.state.issues.put({ ...(site.state.issues.get('2001') as Issue), id: '2003', key: 'NET-3' });
    expect([...candidates()].filter(matches)).toHaveLength(before + 1);
  });
});
