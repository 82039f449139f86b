import '../../../../test/support/words';
import type { RecordView, RegisterView } from '../../api/contract';
import { bandOf, columnsOf, standardColumns, stateOf } from './columns';
import { searchWords } from './search-words';
import { sortRows } from '../../shared/table/sort';

const register: RegisterView = {
  kind: 'risk',
  title: 'Risk register',
  singular: 'Risk',
  prefix: 'R',
  groups: [{ title: 'Risk', fields: ['owner', 'reviewDate', 'response'] }],
  fields: [
    { key: 'owner', label: 'Owner', kind: 'person', required: true },
    { key: 'reviewDate', label: 'Review date', kind: 'date', required: false },
    {
      key: 'response',
      label: 'Response',
      kind: 'choice',
      required: false,
      options: ['avoid', 'accept'].map((value) => ({ value, label: value })),
    },
    { key: 'exposure', label: 'Exposure', kind: 'money', required: false },
    { key: 'helpers', label: 'Helpers', kind: 'people', required: false },
    {
      key: 'probability',
      label: 'Probability',
      kind: 'scale',
      required: false,
      min: 1,
      max: 3,
      levels: ['Low', 'Some', 'Medium'],
    },
    { key: 'notes', label: 'Notes', kind: 'longText', required: false },
    { key: 'share', label: 'Share', kind: 'percentage', required: false },
    { key: 'related', label: 'Related', kind: 'issueLinks', required: false },
  ],
  states: [
    {
      value: 'identified',
      label: 'Identified',
      next: ['closed'],
      final: false,
      locks: false,
      needs: [],
      tone: 'neutral',
    },
    { value: 'closed', label: 'Closed', next: [], final: true, locks: false, needs: [], tone: 'success' },
  ],
  columns: [
    { key: 'summary', label: 'Risk' },
    { key: 'score', label: 'Score' },
    { key: 'state', label: 'State' },
    { key: 'owner', label: 'Owner' },
    { key: 'reviewDate', label: 'Review' },
    { key: 'response', label: 'Response' },
  ],
  bands: [
    { from: 5, label: 'Medium', tone: 'warning' },
    { from: 15, label: 'High', tone: 'danger' },
  ],
  ratings: (['inherent', 'residual'] as const).map((key) => ({
    key,
    label: key,
    probability: 'probability',
    impact: ['probability'],
  })),
  axes: null,
  scales: { probability: [], impact: [] },
  cells: [],
  appetite: null,
  cadence: {},
  reviewField: 'reviewDate',
  dueRules: [],
  approvals: null,
  happened: null,
};

const record: RecordView = {
  id: 'R-1',
  issueId: '1',
  issueKey: 'ABC-12',
  summary: 'Vendor is late',
  url: 'https://site.example/browse/ABC-12',
  revision: 1,
  state: 'closed',
  score: 12,
  residualScore: null,
  targetScore: null,
  band: 'Medium',
  movement: { direction: 'up', scoreBefore: 4 },
  approval: null,
  locked: false,
  corrects: null,
  rights: { edit: true, correct: false, moveTo: [], vote: false, happened: false },
  firstPromised: {},
  values: {
    owner: 'u-1',
    reviewDate: '2012-07-16',
    response: 'accept',
    helpers: ['u-1'],
    probability: 3,
    notes: 'No penalty.',
    share: 40,
    related: ['ABC-3', 'ABC-4'],
  },
  updatedAt: '2012-07-16T00:00:00.000Z',
};

const dateOf = (instant: string) => instant.slice(0, 10);
const columns = columnsOf(register, { 'u-1': 'Person One' }, dateOf);
const column = (key: string) => {
  const found = columns.find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no column ${key}.`);
  return found;
};

it("puts what names a record first, then the register's own columns, then everything else, each once", () => {
  expect(columns.map(({ key }) => key)).toEqual([
    'id',
    'key',
    'summary',
    'score',
    'state',
    'owner',
    'reviewDate',
    'response',
    'residual',
    'band',
    'movement',
    'updated',
    'exposure',
    'helpers',
    'probability',
    'notes',
    'share',
    'related',
  ]);
  expect(standardColumns(register)).toEqual([
    'key',
    'summary',
    'score',
    'state',
    'owner',
    'reviewDate',
    'response',
  ]);
  expect(column('summary').label).toBe('Risk');
});

it('has no columns for scores in a register without a score', () => {
  const plain = columnsOf({ ...register, ratings: [], bands: [] }, {}, dateOf).map(({ key }) => key);
  expect(plain).not.toEqual(expect.arrayContaining(['score']));
  expect(plain).not.toEqual(expect.arrayContaining(['band']));
  expect(plain).not.toEqual(expect.arrayContaining(['movement']));
});

it.each([
  ['key', 12],
  ['id', 1],
  ['summary', 'Vendor is late'],
  ['score', 12],
  ['residual', null],
  ['state', 1],
  ['owner', 'Person One'],
  ['reviewDate', '2012-07-16'],
  ['response', 1],
  ['movement', 0],
  ['helpers', 'Person One'],
  ['probability', 3],
  ['share', 40],
  ['related', 2],
])('sorts %s by what it means', (key, expected) => {
  expect(column(key).sortKey(record)).toBe(expected);
});

it('sorts amounts by currency, then by size, those below zero first', () => {
  const amounts = [
    { minor: 1_000, currency: 'USD' },
    { minor: 20_000, currency: 'EUR' },
    { minor: -50_000, currency: 'EUR' },
    { minor: 3_000, currency: 'EUR' },
  ].map((exposure) => ({ ...record, values: { exposure } }));
  expect(sortRows(amounts, column('exposure'), false).map(({ values }) => values.exposure.minor)).toEqual([
    -50_000, 3_000, 20_000, 1_000,
  ]);
});

it('has nothing to sort, filter or group by where a record is empty, or holds what its fields cannot', () => {
  const odd = {
    owner: 7,
    reviewDate: 3,
    response: null,
    helpers: [null],
    probability: 'high',
    exposure: 'EUR',
    related: 1,
  };
  for (const values of [{}, odd]) {
    const bare = { ...record, id: null, score: null, band: null, movement: null, values };
    const keys = columns.filter(({ field }) => field !== null).map((one) => one.sortKey(bare));
    expect(new Set(keys)).toEqual(new Set([null]));
    for (const key of ['id', 'score', 'band', 'movement']) expect(column(key).sortKey(bare)).toBeNull();
    expect(columns.flatMap(({ facet }) => facet?.of(bare) ?? [])).toEqual(['closed']);
  }
});

it('names the values of a column, those that the register does not know by themselves', () => {
  const label = (key: string, value: string) => column(key).facet?.label(value);
  expect([label('state', 'closed'), label('state', 'parked')]).toEqual(['Closed', 'parked']);
  expect([label('probability', '3'), label('movement', 'up')]).toEqual(['3 Medium', 'Up']);
  expect([label('owner', 'u-1'), label('owner', 'u-9')]).toEqual([
    'Person One',
    'Someone who cannot be shown',
  ]);
});

it('finds a record by everything that it says', () => {
  const words = searchWords(register, { 'u-1': 'Person One' })(record);
  for (const word of [
    'abc-12',
    'r-1',
    'vendor',
    'closed',
    'person one',
    'accept',
    '2012-07-16',
    'penalty',
    'abc-4',
  ])
    expect(words).toContain(word);
});

it('finds the band of a score whatever the order of the bands', () => {
  expect([4, 5, 14, 15, 25].map((score) => bandOf(register, score)?.label ?? null)).toEqual([
    null,
    'Medium',
    'Medium',
    'High',
    'High',
  ]);
});

it('shows a state that the register does not know by its name', () => {
  expect(stateOf(register, 'parked')).toMatchObject({ label: 'parked', next: [] });
});
