import type { RecordView, RegisterView } from '../../api/contract';
import { bandOf, columnsOf, sortKey, stateOf } from './columns';

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
  ratings: [],
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
  movement: null,
  approval: null,
  locked: false,
  corrects: null,
  rights: { edit: true, correct: false, moveTo: [], vote: false, happened: false },
  values: { owner: 'u-1', reviewDate: '2012-07-16', response: 'accept' },
  updatedAt: '2012-07-16T00:00:00.000Z',
};

it('puts the issue and its summary first, once each', () => {
  expect(columnsOf(register).map(({ key }) => key)).toEqual([
    'key',
    'summary',
    'score',
    'state',
    'owner',
    'reviewDate',
    'response',
  ]);
});

it('sorts each column by what it means', () => {
  const keys = columnsOf(register).map((column) =>
    sortKey(column, record, register, { 'u-1': 'Person One' }),
  );
  expect(keys).toEqual([12, 'vendor is late', 12, 1, 'person one', '2012-07-16', 1]);
});

it('sorts what is empty below everything', () => {
  const bare = { ...record, score: null, values: {} };
  const keys = columnsOf(register).map((column) => sortKey(column, bare, register, {}));
  expect(keys.slice(2)).toEqual([-1, 1, '', '', -1]);
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
