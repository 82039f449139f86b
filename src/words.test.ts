import { joined, listed, say, spokenParts, Words, wordsKept } from './words';

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

describe('what was kept in parts beside its English', () => {
  const days = listed([say('policy.days', { days: 3 }), say('policy.days', { days: 1 })], 'and');
  const words = joined(['R-1:', say('policy.ahead', { days }), say('today.unowned')]);

  it('is read as the words that it was', () => {
    const kept = wordsKept(String(words), spokenParts(words));
    expect(String(kept)).toBe(String(words));
    expect(spokenParts(kept)).toEqual(spokenParts(words));
  });

  it('keeps its English whatever becomes of its message', () => {
    const kept = wordsKept('As it was said then.', spokenParts(words));
    expect(`${kept} ${joined([kept, 'And more.'])}`).toBe(
      'As it was said then. As it was said then. And more.',
    );
  });

  it.each([
    [{ key: 'of.yesterday' }],
    [{ key: 'today' }],
    [{ key: 'policy.ahead', values: { days: { words: [{ key: 'of.yesterday' }] } } }],
  ])('is English alone where the app has no such message any more: %j', (part) => {
    expect(wordsKept('As it was said then.', [part])).toBe('As it was said then.');
  });
});
