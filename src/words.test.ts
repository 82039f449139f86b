import { joined, say, Words } from './words';

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
