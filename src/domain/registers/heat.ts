import type { ConfiguredRegister } from './configure';
import type { RatingKey, Values } from './define';
import { isOpen } from './figures';
import { type Band, grid } from './score';
import type { StoredRecord } from './stored';

/** Which of a record's ratings places it: one of them, or what it counts as now. */
export type Placing = RatingKey | 'exposure';

/** A register's open records by probability and impact, with the scales as they were when it was counted. */
export interface HeatMap {
  readonly placing: Placing;
  readonly axes: { readonly probability: string; readonly impact: string };
  /** Words of the steps, lowest first. */
  readonly scales: { readonly probability: readonly string[]; readonly impact: readonly string[] };
  /** Highest first. */
  readonly bands: readonly Band[];
  /** Score and number of records of each cell: `[probability - 1][impact - 1]`. */
  readonly scores: readonly (readonly number[])[];
  readonly counts: readonly (readonly number[])[];
  /** Open records that lack a step. */
  readonly unplaced: number;
}

/** A map as it stood at an instant, and what it is held against. */
export interface HeatMapAt extends HeatMap {
  readonly asOf: string;
  /** The counts of an earlier one; `null` where there is none that can be compared. */
  readonly before: { readonly asOf: string; readonly counts: HeatMap['counts'] } | null;
}

interface Place {
  readonly probability: number;
  readonly impact: number;
}

/** Where one rating puts values on a plane of this size; `null` while a step is missing or beyond it. */
function placeBy(register: ConfiguredRegister, key: RatingKey, values: Values): Place | null {
  const rating = register.score?.ratings.find((one) => one.key === key);
  const probability = rating && values[rating.probability];
  const impacts = (rating?.impact ?? [])
    .map((field) => values[field])
    .filter((step) => typeof step === 'number');
  if (typeof probability !== 'number' || impacts.length === 0) return null;
  const impact = Math.max(...impacts);
  const { scales } = register.settings;
  return probability > scales.probability.length || impact > scales.impact.length
    ? null
    : { probability, impact };
}

/** What has been answered counts by what is left of it, as in the status report. */
const placeOf = (register: ConfiguredRegister, placing: Placing, values: Values): Place | null =>
  placing === 'exposure'
    ? (placeBy(register, 'residual', values) ?? placeBy(register, 'inherent', values))
    : placeBy(register, placing, values);

/** Chances stand in the risk register and expose the project to nothing. */
const isChance = ({ values }: Pick<StoredRecord, 'values'>): boolean => values['nature'] === 'opportunity';

/** Counts the open records of a register by their place; `null` for a register without scores. */
export function heatMapOf(
  register: ConfiguredRegister,
  records: readonly StoredRecord[],
  placing: Placing,
): HeatMap | null {
  if (!register.score) return null;
  const { scales, bands } = register.settings;
  const counts = scales.probability.map(() => scales.impact.map(() => 0));
  let unplaced = 0;
  for (const record of records) {
    if (!isOpen(register, record.state) || (placing === 'exposure' && isChance(record))) continue;
    const place = placeOf(register, placing, record.values);
    const row = place && counts[place.probability - 1];
    if (!place || row?.[place.impact - 1] === undefined) unplaced += 1;
    else row[place.impact - 1] = (row[place.impact - 1] ?? 0) + 1;
  }
  return {
    placing,
    axes: register.score.axes,
    scales,
    bands,
    scores: grid(register.settings),
    counts,
    unplaced,
  };
}

/** Whether two maps have the same cells, so that their counts can be compared. */
export const isSamePlane = (one: HeatMap, other: HeatMap): boolean =>
  one.placing === other.placing &&
  one.scales.probability.length === other.scales.probability.length &&
  one.scales.impact.length === other.scales.impact.length;
