import { record, register as usual } from '../../../../../test/support/screen-answers';
import type { RecordView, RegisterView } from '../../../api/contract';
import { filterRows, EVERYTHING } from '../../../shared/table/filter';
import { cellColumns, cellCondition, cellValue, heatCells, placeOf } from './heat-cells';

const rating = { key: 'inherent', label: 'Inherent', probability: 'p', impact: ['cost', 'time'] } as const;
const residual = { key: 'residual', label: 'Residual', probability: 'rp', impact: ['rcost'] } as const;

/** A map of any size: the score is the product, as most projects have it. */
const register = (probability: number, impact: number): RegisterView => {
  const steps = (count: number) => Array.from({ length: count }, (_, index) => `Step ${index + 1}`);
  return {
    ...usual,
    ratings: [
      { ...rating, impact: [...rating.impact] },
      { ...residual, impact: [...residual.impact] },
    ],
    scales: { probability: steps(probability), impact: steps(impact) },
    cells: steps(probability).map((_, row) => steps(impact).map((_, column) => (row + 1) * (column + 1))),
  };
};
const at = (values: Record<string, unknown>, direction?: 'up' | 'down' | 'same'): RecordView =>
  record(1, {
    values,
    movement: direction === undefined ? null : { direction, scoreBefore: 3 },
  });

it.each([
  [3, 3],
  [4, 5],
  [7, 7],
])('draws %i steps of probability by %i of impact, the highest probability on top', (rows, columns) => {
  const cells = heatCells(register(rows, columns), [], register(rows, columns).ratings[0]!);
  expect(cells.map((row) => row.length)).toEqual(Array.from({ length: rows }, () => columns));
  expect(cells[0]?.[0]).toMatchObject({ probability: rows, impact: 1, score: rows });
  expect(cells.at(-1)?.at(-1)).toMatchObject({ probability: 1, impact: columns, score: columns, count: 0 });
});

it('puts a record where its probability meets the highest of its impacts', () => {
  const [first] = register(5, 5).ratings;
  expect(placeOf(at({ p: 2, cost: 1, time: 4 }), first!)).toBe('2:4');
  expect(placeOf(at({ p: 2, time: 3 }), first!)).toBe('2:3');
  for (const values of [{}, { p: 2 }, { cost: 3 }, { p: 'high', cost: 3 }])
    expect(placeOf(at(values), first!)).toBeNull();
});

it('counts the records of each field, and how many rose or fell', () => {
  const view = register(5, 5);
  const records = [
    at({ p: 4, cost: 5 }, 'up'),
    at({ p: 4, cost: 5 }, 'down'),
    at({ p: 4, cost: 5 }, 'same'),
    at({ p: 1, cost: 1 }),
    at({ p: 9, cost: 1 }),
  ];
  const cells = heatCells(view, records, view.ratings[0]!).flat();
  expect(cells.filter(({ count }) => count > 0)).toMatchObject([
    { probability: 4, impact: 5, count: 3, up: 1, down: 1, score: 20, band: { label: 'High' } },
    { probability: 1, impact: 1, count: 1, up: 0, down: 0, band: { label: 'Low' } },
  ]);
});

it('shows in the table what it counts, for each rating and field', () => {
  const view = register(3, 4);
  const records = [1, 2, 3].flatMap((p) =>
    [1, 2, 3, 4].map((cost) => at({ p, cost, rp: 1, rcost: Math.min(p, cost) })),
  );
  for (const one of view.ratings) {
    for (const cell of heatCells(view, records, one).flat()) {
      const filter = { ...EVERYTHING, among: { [cellCondition(one)]: [cellValue(cell)] } };
      expect(filterRows(records, cellColumns(view), () => '', filter)).toHaveLength(cell.count);
    }
  }
});

it('names a field by its steps', () => {
  const [column] = cellColumns(usual);
  expect(column?.facet?.label('4:5')).toBe('4 High, 5 Severe');
});
