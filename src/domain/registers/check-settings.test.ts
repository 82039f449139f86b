import { change } from './change';
import { checkSettings } from './check-settings';
import { PMBOK_BANDS, PMBOK_NUMERIC } from './defaults';
import { REGISTERS } from './registry';
import { risk } from './risk';
import type { RegisterSettings } from './settings';

const THREE = { probability: ['Low', 'Medium', 'High'], impact: ['Low', 'Medium', 'High'] };
const FLAT = [
  [1, 2, 3],
  [2, 4, 6],
  [3, 6, 9],
];

it.each(REGISTERS.map((register) => [register.kind, register] as const))(
  'what a project begins with is accepted: %s',
  (_kind, register) => {
    expect(checkSettings(register, register.defaults, [])).toEqual({});
  },
);

it('the scales and zones of the PMBOK Guide are accepted', () => {
  const settings = { ...risk.defaults, rule: PMBOK_NUMERIC, bands: PMBOK_BANDS, appetite: 0.18 };
  expect(checkSettings(risk, settings, [])).toEqual({});
});

const refused: [string, Partial<RegisterSettings>, string, string][] = [
  ['a prefix of no letters', { prefix: '1-' }, 'prefix', 'Use one to five capital letters or digits'],
  ['a prefix of another register', { prefix: 'I' }, 'prefix', 'Issues already use the prefix I.'],
  [
    'a scale of two steps',
    { scales: { ...THREE, impact: ['Low', 'High'] } },
    'scales.impact',
    'A scale has 3 to 7 steps; this one has 2.',
  ],
  [
    'a word twice',
    { scales: { ...THREE, impact: ['Low', 'High', 'low'] } },
    'scales.impact.2',
    '"low" stands here twice.',
  ],
  [
    'a matrix of another size',
    { rule: { method: 'matrix', cells: FLAT } },
    'rule.cells',
    'has 5 steps and the matrix 3 rows',
  ],
  [
    'a matrix that falls',
    { scales: THREE, rule: { method: 'matrix', cells: [...FLAT.slice(0, 2), [3, 3, 9]] } },
    'rule.cells.2.1',
    'use at least 4',
  ],
  [
    'figures that do not rise',
    { scales: THREE, rule: { method: 'numeric', probability: [1, 1, 2], impact: [1, 2, 3] } },
    'rule.probability.1',
    'more than 1.',
  ],
  [
    'bands out of order',
    { bands: [...risk.defaults.bands].reverse() },
    'bands.1.from',
    'Medium must begin below Low (1).',
  ],
  [
    'bands that leave the lowest out',
    { bands: risk.defaults.bands.slice(0, 2) },
    'bands.1.from',
    'The lowest possible score is 1: Medium must begin there or lower.',
  ],
  [
    'a band that nothing reaches',
    { bands: [{ from: 26, label: 'Top', tone: 'danger' }, ...risk.defaults.bands] },
    'bands.0.from',
    'nothing could be Top',
  ],
  ['an appetite that nothing exceeds', { appetite: 25 }, 'appetite', 'The highest possible score is 25'],
  ['a cadence of no band', { cadence: { Huge: 7 } }, 'cadence.Huge', 'There is: High, Medium, Low.'],
  ['a cadence of half days', { cadence: { High: 0.5 } }, 'cadence.High', 'a whole number of days'],
  ['a field that is not there', { required: ['colour'] }, 'required.0', 'Risks have no field "colour".'],
  ['a label with a space', { labels: ['risk register'] }, 'labels.0', 'labels have no spaces'],
];

it.each(refused)('%s is refused', (_name, part, path, message) => {
  const problems = checkSettings(risk, { ...risk.defaults, ...part }, [
    { kind: 'issue', title: 'Issues', prefix: 'I' },
  ]);
  expect(String(problems[path])).toContain(message);
});

const MANAGER = { name: 'Manager', upToDays: 5, upToMoney: { minor: 1_000, currency: 'EUR' }, people: ['a'] };
const BOARD = { name: 'Board', upToDays: null, upToMoney: null, people: ['b', 'c'] };

const refusedApproval: [string, Partial<RegisterSettings['approval']>, string, string][] = [
  ['nobody who decides', { authorities: [] }, 'approval.authorities', 'Name at least one authority'],
  ['a quorum out of reach', { rule: { quorum: 3 } }, 'approval.rule', 'the largest authority has 2 people'],
  [
    'a limit at the top',
    { authorities: [MANAGER] },
    'approval.authorities.0',
    'Manager is the highest authority.',
  ],
  [
    'limits that fall',
    { authorities: [MANAGER, { ...MANAGER, name: 'Lead', upToDays: 4 }, BOARD] },
    'approval.authorities.1.upToDays',
    'Lead may not authorise fewer days than Manager',
  ],
  [
    'two currencies',
    { authorities: [MANAGER, { ...MANAGER, upToMoney: { minor: 2_000, currency: 'USD' } }, BOARD] },
    'approval.authorities.1.upToMoney',
    'Use one currency for all limits',
  ],
];

it.each(refusedApproval)('%s is refused', (_name, part, path, message) => {
  const approval = { ...change.defaults.approval, authorities: [MANAGER, BOARD], ...part };
  expect(String(checkSettings(change, { ...change.defaults, approval }, [])[path])).toContain(message);
});

it('limits that rise to a board of two with a quorum of two are accepted', () => {
  const approval = { ...change.defaults.approval, authorities: [MANAGER, BOARD], rule: { quorum: 2 } };
  expect(checkSettings(change, { ...change.defaults, approval }, [])).toEqual({});
});
