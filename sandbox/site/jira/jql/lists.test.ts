import { siteWith } from '../../../../test/support/site';
import { compileJql, JqlError } from '.';
import { shorten } from './lists';

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

  it('are left alone where the list stands in a text, or is short, or holds more than plain words', () => {
    const long = list(people);
    expect(shorten(`summary ~ '${long}'`)).toBeUndefined();
    expect(shorten(`summary ~ "${long.replaceAll('"', '\\"')}"`)).toBeUndefined();
    expect(shorten(`assignee in ${list(people.slice(0, 3))}`)).toBeUndefined();
    expect(shorten(`assignee in (${people.map((id) => `"${id}\\u0041"`).join(', ')})`)).toBeUndefined();
    expect(shorten(`assignee in ${long} AND summary ~ "\ue000"`)).toBeUndefined();
  });
});
