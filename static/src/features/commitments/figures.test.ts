import { ageing, ageOf } from './ageing';
import { ownerLoad } from './owner-load';

const upcoming = (daysLeft: number) => ({ stage: 'upcoming', daysLeft, daysLate: 0 }) as const;
const late = (daysLate: number) => ({ stage: 'overdue', daysLeft: 0, daysLate }) as const;

it.each([
  [upcoming(6), 'later'],
  [upcoming(5), 'week'],
  [{ stage: 'due-today', daysLeft: 0, daysLate: 0 } as const, 'today'],
  [late(0), 'late5'],
  [late(5), 'late5'],
  [late(6), 'late10'],
  [late(10), 'late10'],
  [{ ...late(20), stage: 'escalated' } as const, 'late20'],
  [late(21), 'older'],
])('puts %j into the bucket "%s"', (row, age) => {
  expect(ageOf(row)).toBe(age);
});

it('counts each commitment in one bucket, and shows the empty ones', () => {
  const counts = ageing([late(1), late(3), upcoming(9)]);
  expect(counts.map(({ count }) => count)).toEqual([1, 0, 0, 2, 0, 0, 0]);
});

it('ranks owners by what is late, and tells what nobody owns', () => {
  const row = (owner: string | null, stage: 'upcoming' | 'overdue' | 'escalated') => ({ owner, stage });
  expect(
    ownerLoad([
      ...[row('a', 'upcoming'), row('a', 'upcoming'), row('b', 'overdue'), row(null, 'upcoming')],
      ...[row('b', 'upcoming'), row('c', 'escalated')],
    ]),
  ).toEqual([
    { owner: 'b', open: 2, late: 1 },
    { owner: 'c', open: 1, late: 1 },
    { owner: 'a', open: 2, late: 0 },
    { owner: '', open: 1, late: 0 },
  ]);
});
