import fc from '../../../../test/support/properties';
import { conditionCount, EVERYTHING, type Filter, filterRows, toggled, without } from './filter';
import { grouped, ungrouped } from './lines';
import { sortRows, turned } from './sort';
import { choicesOf, type TableColumn } from './table-column';

interface Row {
  readonly id: number;
  readonly name: string | null;
  readonly tags: readonly string[];
  readonly due: string | null;
}

const LEVELS = ['low', 'mid', 'high'];
const name: TableColumn<Row> = { key: 'name', label: 'Name', sortKey: (row) => row.name };
const tags: TableColumn<Row> = {
  key: 'tags',
  label: 'Tags',
  sortKey: (row) => row.tags.length,
  facet: {
    of: (row) => row.tags,
    label: (value) => value.toUpperCase(),
    rank: (value) => LEVELS.indexOf(value),
  },
};
const due: TableColumn<Row> = { key: 'due', label: 'Due', sortKey: (row) => row.due, date: (row) => row.due };
const COLUMNS = [name, tags, due];

const row = (id: number, over: Partial<Row> = {}): Row => ({ id, name: null, tags: [], due: null, ...over });
const ROWS = [
  row(1, { name: 'Item 10', tags: ['high'], due: '2012-07-16' }),
  row(2, { name: 'item 9', tags: ['low', 'high'], due: '2012-07-20' }),
  row(3),
  row(4, { name: 'Änderung', tags: ['mid'] }),
];
const words = ({ name: one }: Row) => (one ?? '').toLowerCase();
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const found = (over: Partial<Filter>) => ids(filterRows(ROWS, COLUMNS, words, { ...EVERYTHING, ...over }));

describe('sorting', () => {
  it.each([
    ['words as in a dictionary, numbers in them by size', name, false, [4, 2, 1, 3]],
    ['downwards, what is empty still last', name, true, [1, 2, 4, 3]],
    ['numbers by size', tags, true, [2, 1, 4, 3]],
    ['dates by time', due, false, [1, 2, 3, 4]],
  ] as const)('%s', (_, column, descending, expected) => {
    expect(ids(sortRows(ROWS, column, descending))).toEqual(expected);
  });

  it('keeps every row, in an order where no neighbours are the wrong way round, equals as they were', () => {
    const rows = fc
      .array(fc.option(fc.constantFrom('a', 'b', 'c')))
      .map((names) => names.map((one, id) => row(id, { name: one })));
    fc.assert(
      fc.property(rows, fc.boolean(), (some, descending) => {
        const sorted = sortRows(some, name, descending);
        expect(ids(sorted).sort((a, b) => a - b)).toEqual(ids(some));
        const place = ({ name: one }: Row) => (one === null ? 9 : 'abc'.indexOf(one) * (descending ? -1 : 1));
        const stable = [...some].sort((one, other) => place(one) - place(other) || one.id - other.id);
        expect(sorted).toEqual(stable);
      }),
    );
  });

  it('turns round on a second click, and starts upwards on another column', () => {
    const first = turned({ column: 'due', descending: true }, 'name');
    expect([first, turned(first, 'name')]).toEqual([
      { column: 'name', descending: false },
      { column: 'name', descending: true },
    ]);
  });
});

describe('filtering', () => {
  it.each([
    ['nothing asked', {}, [1, 2, 3, 4]],
    ['all words, in any order and case', { text: '10 ITEM' }, [1]],
    ['blanks are no words', { text: '  ' }, [1, 2, 3, 4]],
    ['one of several values', { among: { tags: ['high', 'mid'] } }, [1, 2, 4]],
    ['no value', { among: { tags: [''] } }, [3]],
    ['no value, or one', { among: { tags: ['', 'mid'] } }, [3, 4]],
    ['a column without a choice', { among: { tags: [] } }, [1, 2, 3, 4]],
    ['from a day on, the day included', { dates: { due: { from: '2012-07-20' } } }, [2]],
    ['until a day, the day included', { dates: { due: { to: '2012-07-16' } } }, [1]],
    [
      'conditions of several columns',
      { among: { tags: ['high'] }, dates: { due: { from: '2012-07-17' } } },
      [2],
    ],
    [
      'columns that there are not',
      { among: { gone: ['x'] }, dates: { gone: { from: '2012-01-01' } } },
      [1, 2, 3, 4],
    ],
  ] as const)('%s', (_, filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it('chooses and gives up values, and forgets a column', () => {
    const once = toggled(EVERYTHING, 'tags', 'low');
    const twice = toggled(once, 'tags', 'mid');
    expect(twice.among).toEqual({ tags: ['low', 'mid'] });
    expect(toggled(twice, 'tags', 'low').among).toEqual({ tags: ['mid'] });
    const ranged: Filter = { ...twice, text: 'a', dates: { due: { to: '2012-07-16' } } };
    expect(conditionCount(ranged)).toBe(3);
    expect(conditionCount(without(without(ranged, 'tags'), 'due'))).toBe(1);
    expect(conditionCount({ ...EVERYTHING, text: ' ', among: { tags: [] }, dates: { due: {} } })).toBe(0);
  });
});

describe('choices', () => {
  it('are the values that occur, in their own order, with their counts', () => {
    expect(choicesOf(tags.facet!, ROWS, 'None')).toEqual([
      { value: 'low', label: 'LOW', count: 1 },
      { value: 'mid', label: 'MID', count: 1 },
      { value: 'high', label: 'HIGH', count: 2 },
      { value: '', label: 'None', count: 1 },
    ]);
  });

  it('offer "no value" only where it occurs', () => {
    expect(choicesOf(tags.facet!, ROWS.slice(0, 1), 'None')).toEqual([
      { value: 'high', label: 'HIGH', count: 1 },
    ]);
  });
});

describe('groups', () => {
  const lines = (folded: readonly string[]) =>
    grouped(ROWS, tags.facet!, new Set(folded), 'None').map((line) =>
      line.kind === 'row' ? line.row.id : `${line.label} ${line.count}`,
    );

  it('stand in the order of their values, rows with several values in each', () => {
    expect(lines([])).toEqual(['LOW 1', 2, 'MID 1', 4, 'HIGH 2', 1, 2, 'None 1', 3]);
  });

  it('keep their head and their count when they are folded', () => {
    expect(lines(['high', ''])).toEqual(['LOW 1', 2, 'MID 1', 4, 'HIGH 2', 'None 1']);
  });

  it('are not there where nobody asked for them', () => {
    expect(ungrouped(ROWS)).toEqual(ROWS.map((one) => ({ kind: 'row', row: one })));
  });
});
