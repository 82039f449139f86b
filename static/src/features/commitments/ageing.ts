import type { CommitmentView } from '../../api/contract';

type Dated = Pick<CommitmentView, 'stage' | 'daysLeft' | 'daysLate'>;

/** How far off or how late something is, in working days of the project; from the farthest to the latest. */
export const AGES = ['later', 'week', 'today', 'late5', 'late10', 'late20', 'older'] as const;
export type Age = (typeof AGES)[number];

/** A working week, two, and four. */
const WEEK = 5;

export function ageOf({ stage, daysLeft, daysLate }: Dated): Age {
  if (stage === 'due-today') return 'today';
  if (stage === 'upcoming') return daysLeft <= WEEK ? 'week' : 'later';
  if (daysLate <= WEEK) return 'late5';
  if (daysLate <= 2 * WEEK) return 'late10';
  return daysLate <= 4 * WEEK ? 'late20' : 'older';
}

export const isLate = ({ stage }: Pick<Dated, 'stage'>): boolean =>
  stage === 'overdue' || stage === 'escalated';

/** How many there are of each age, in their order. */
export function ageing(rows: readonly Dated[]): { readonly age: Age; readonly count: number }[] {
  const counts = new Map<Age, number>();
  for (const row of rows) {
    const age = ageOf(row);
    counts.set(age, (counts.get(age) ?? 0) + 1);
  }
  return AGES.map((age) => ({ age, count: counts.get(age) ?? 0 }));
}
