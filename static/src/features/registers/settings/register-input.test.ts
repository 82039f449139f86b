import '../../../../../test/support/words';
import { DEFAULT_POLICY_SHAPE, type RegisterSettingsShape } from '../../../api/contract';
import { scoresOf, toRegisterInput, toRegisterSettings } from './register-input';
import { registerProblems } from './register-problems';

const settings: RegisterSettingsShape = {
  prefix: 'R',
  scales: { probability: ['Low', 'Medium', 'High'], impact: ['Small', 'Middling', 'Large', 'Huge'] },
  rule: { method: 'product' },
  bands: [
    { from: 6, label: 'High', tone: 'danger' },
    { from: 1, label: 'Low', tone: 'success' },
  ],
  appetite: 6,
  cadence: { High: 7, Low: null },
  required: ['owner'],
  issueType: 'Risk',
  labels: ['risk'],
  ladder: DEFAULT_POLICY_SHAPE.ladder,
  approval: {
    rule: { quorum: 2 },
    selfApproval: false,
    graceDays: 3,
    authorities: [
      {
        name: 'Manager',
        role: 'manager',
        upToDays: 5,
        upToMoney: { minor: 150_050, currency: 'EUR' },
        people: [],
      },
      { name: 'Board', upToDays: null, upToMoney: null, people: ['u-1', 'u-2'] },
    ],
  },
};
const input = (over: Partial<RegisterSettingsShape> = {}) =>
  toRegisterInput({ ...settings, ...over }, { 'u-1': 'One' });

const rules: RegisterSettingsShape['rule'][] = [
  { method: 'product' },
  { method: 'numeric', probability: [0.1, 0.5, 0.9], impact: [1, 2, 4, 8] },
  {
    method: 'matrix',
    cells: [
      [1, 2, 3, 4],
      [2, 3, 4, 5],
      [3, 4, 5, 6],
    ],
  },
];

it.each(rules)('gives back what it was given: $method', (rule) => {
  expect(toRegisterSettings(input({ rule }))).toEqual({ ...settings, rule });
  expect(registerProblems(input({ rule }))).toEqual({});
});

it.each([
  ['product', rules[0], [1, 2, 3, 4], 12],
  ['numeric', rules[1], [0.1, 0.2, 0.4, 0.8], 7.2],
  ['matrix', rules[2], [1, 2, 3, 4], 6],
])('shows the scores of the rule before it is saved: %s', (_name, rule, first, last) => {
  const scores = scoresOf(input(rule && { rule }));
  expect(scores[0]).toEqual(first);
  expect(scores[2]?.[3]).toBe(last);
});

it('proposes figures and cells for a rule that was just chosen', () => {
  expect(toRegisterSettings({ ...input(), method: 'numeric' }).rule).toEqual({
    method: 'numeric',
    probability: [0.17, 0.5, 0.83],
    impact: [0.05, 0.1, 0.2, 0.4],
  });
  expect(toRegisterSettings({ ...input(), method: 'matrix' }).rule).toEqual({
    method: 'matrix',
    cells: [
      [1, 2, 3, 4],
      [2, 4, 6, 8],
      [3, 6, 9, 12],
    ],
  });
});

it('names what cannot be read or sent, by its field', () => {
  const unread = 'Write a number.';
  const [band, ...others] = input().bands;
  const bands = band === undefined ? [] : [{ ...band, from: '', days: 'weekly' }, ...others];
  expect(registerProblems({ ...input(), bands, appetite: 'high', graceDays: ' ' })).toEqual({
    'bands.0.from': unread,
    'cadence.High': unread,
    appetite: unread,
    'approval.graceDays': unread,
  });
  expect(registerProblems({ ...input(), graceDays: '400' })).toHaveProperty(['approval.graceDays']);
  const matrix = { ...input(), method: 'matrix' as const, cells: [['1', 'x']] };
  expect(registerProblems(matrix)).toEqual({ 'rule.cells.0.1': unread });
});
