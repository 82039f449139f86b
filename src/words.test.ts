import { joined, keptOf, listed, recalled, say, Words } from './words';

it('is English wherever it is written down', () => {
  const words = say('problem.onlyJiraAdmins');
  expect(`${words}`).toBe('Only people who administer Jira may use this page.');
  expect(JSON.stringify({ words })).toBe('{"words":"Only people who administer Jira may use this page."}');
});

it('joins what people wrote and what we say', () => {
  const words = joined(['R-1:', say('problem.onlyJiraAdmins')]);
  expect(String(words)).toBe('R-1: Only people who administer Jira may use this page.');
  expect(words.parts).toEqual(['R-1:', ' ', { key: 'problem.onlyJiraAdmins', values: {} }]);
  expect(new Words([]).toString()).toBe('');
});

it('lists one after another', () => {
  expect(['', 'a', 'a and b', 'a, b and c']).toEqual(
    [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((texts) => String(listed(texts, 'and'))),
  );
  expect(String(listed(['a', 'b'], 'or'))).toBe('a or b');
});

describe('what was kept beside its English', () => {
  const days = listed([say('policy.days', { days: 3 }), say('policy.days', { days: 1 })], 'and');
  const words = joined(['R-1:', say('policy.ahead', { days }), say('today.unowned')]);

  it('is read as the words that it was', () => {
    expect(recalled(String(words), keptOf(words))).toEqual(words);
  });

  it.each([
    ['a message was changed since', keptOf(words)],
    ['a message is gone', [{ key: 'of.yesterday' }]],
    ['nothing was kept', undefined],
  ])('is the English as it was where %s', (_why, kept) => {
    expect(recalled('As it was said then.', kept)).toBe('As it was said then.');
  });
});
