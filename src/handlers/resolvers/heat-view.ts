import type { HeatView } from '../../contract/heat';
import type { HeatMapAt } from '../../domain/registers';

/** A heat map for the screens. */
export const heatView = ({ axes, scales, bands, before, ...map }: HeatMapAt): HeatView => ({
  ...map,
  axes: { ...axes },
  scales: { probability: [...scales.probability], impact: [...scales.impact] },
  bands: bands.map((band) => ({ ...band })),
  scores: rows(map.scores),
  counts: rows(map.counts),
  before: before && { asOf: before.asOf, counts: rows(before.counts) },
});

const rows = (cells: readonly (readonly number[])[]): number[][] => cells.map((row) => [...row]);
