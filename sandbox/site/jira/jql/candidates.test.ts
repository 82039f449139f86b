import { siteWith } from '../../../../test/support/site';
import { compileJql } from '.';

/** Two projects of four issues each; `PAY-1` and `NET-1` are due on the 20th, the others on days of their own. */
const { state } = siteWith((build) => {
  for (const key of ['PAY', 'NET']) {
    const projectId = build.project({ key }).id;
    for (const number of [1, 2, 3, 4]) {
      const day = 19 + number + (key === 'NET' && number > 1 ? 5 : 0);
      build.issue({ projectId, key: `${key}-${number}`, dueDate: `2026-07-${day}` });
    }
  }
});

const candidatesOf = (jql: string): string[] => {
  const environment = { state, accountId: 'member', timeZone: 'UTC', now: 0, indexedProperties: [] };
  return [...compileJql(jql, environment).candidates()].map(({ key }) => key).sort();
};

describe('the candidates of a query', () => {
  it('come from the clause with the fewest rows, where all must match', () => {
    expect(candidatesOf('project = PAY AND due = 2026-07-21')).toEqual(['PAY-2']);
    expect(candidatesOf('project = PAY AND key in (NET-1, PAY-1) AND due = 2026-07-20')).toHaveLength(2);
  });

  it('come from one index for all of a disjunction, where that is fewer than the best of each', () => {
    const jql =
      '(project = PAY AND due in (2026-07-20, 2026-07-21)) OR (project = NET AND due in (2026-07-20, 2026-07-21))';
    expect(candidatesOf(jql)).toEqual(['NET-1', 'PAY-1', 'PAY-2']);
  });

  it('mix indexes, each row once', () => {
    expect(candidatesOf('project = PAY OR due = 2026-07-20')).toEqual([
      'NET-1',
      'PAY-1',
      'PAY-2',
      'PAY-3',
      'PAY-4',
    ]);
  });

  it('are everything where a part of a disjunction has no index', () => {
    expect(candidatesOf('due = 2026-07-20 OR summary ~ x')).toHaveLength(8);
    expect(candidatesOf('summary ~ x')).toHaveLength(8);
  });
});
