import type { RecordView, RegisterView } from '../../../api/contract';
import { bandOf } from '../columns';
import type { TableColumn } from '../../../shared/table/table-column';

export type Rating = RegisterView['ratings'][number];

/** One field of the map: steps count from 1, as the scales do. */
export interface HeatCell {
  readonly probability: number;
  readonly impact: number;
  readonly score: number;
  readonly band: RegisterView['bands'][number] | null;
  readonly count: number;
  /** How many of them have a higher or a lower score than a week ago. */
  readonly up: number;
  readonly down: number;
}

/** Where a rating puts a record, as `probability:impact`; `null` while one of the two is missing. */
export function placeOf({ values }: RecordView, rating: Rating): string | null {
  const probability = values[rating.probability];
  const impacts = rating.impact.map((key) => values[key]).filter((value) => typeof value === 'number');
  return typeof probability === 'number' && impacts.length > 0
    ? place(probability, Math.max(...impacts))
    : null;
}

const place = (probability: number, impact: number): string => `${probability}:${impact}`;

/** @returns The map as people draw it: the highest probability on top, the lowest impact on the left. */
export function heatCells(
  register: RegisterView,
  records: readonly RecordView[],
  rating: Rating,
): (readonly HeatCell[])[] {
  const counts = new Map<string, { count: number; up: number; down: number }>();
  for (const record of records) {
    const at = placeOf(record, rating);
    if (at === null) continue;
    const counted = counts.get(at) ?? { count: 0, up: 0, down: 0 };
    const direction = record.movement?.direction;
    counted.count += 1;
    if (direction === 'up' || direction === 'down') counted[direction] += 1;
    counts.set(at, counted);
  }
  return register.cells
    .map((scores, row) =>
      scores.map((score, column) => ({
        probability: row + 1,
        impact: column + 1,
        score,
        band: bandOf(register, score),
        ...(counts.get(place(row + 1, column + 1)) ?? { count: 0, up: 0, down: 0 }),
      })),
    )
    .reverse();
}

/** A step with its word, as everywhere in a register. */
export const levelText = (labels: readonly string[], level: number): string =>
  `${level} ${labels[level - 1] ?? ''}`.trim();

/** Names of the conditions that the map puts on the table, one for each rating. */
export const cellCondition = (rating: Rating): string => `cell.${rating.key}`;

/** How the table is filtered by a field of the map: columns that are never drawn. */
export function cellColumns(register: RegisterView): TableColumn<RecordView>[] {
  const { probability, impact } = register.scales;
  return register.ratings.map((rating) => ({
    key: cellCondition(rating),
    label: rating.label,
    sortKey: () => null,
    facet: {
      of: (record) => {
        const at = placeOf(record, rating);
        return at === null ? [] : [at];
      },
      label: (at) => {
        const [row = 0, column = 0] = at.split(':').map(Number);
        return `${levelText(probability, row)}, ${levelText(impact, column)}`;
      },
      rank: (at) => at,
    },
  }));
}

/** The value by which the table is filtered to a field. */
export const cellValue = (cell: Pick<HeatCell, 'probability' | 'impact'>): string =>
  place(cell.probability, cell.impact);
