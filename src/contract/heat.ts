import { z } from 'zod';
import { BandView } from './register-views';

const cells = z.array(z.array(z.number()));

/** How many open records stand at each probability and impact; cells are `[probability - 1][impact - 1]`. */
export const HeatView = z.object({
  /** One of the register's ratings, or what each record counts as now: residual where it has been answered. */
  placing: z.enum(['inherent', 'residual', 'target', 'exposure']),
  axes: z.object({ probability: z.string(), impact: z.string() }),
  /** The words of the steps, lowest first. */
  scales: z.object({ probability: z.array(z.string()), impact: z.array(z.string()) }),
  /** Highest first. */
  bands: z.array(BandView),
  scores: cells,
  counts: cells,
  /** Open records that lack a step. */
  unplaced: z.number(),
  /** When it was counted. */
  asOf: z.string(),
  /** The counts of an earlier one; `null` where there is none that can be compared. */
  before: z.object({ asOf: z.string(), counts: cells }).nullable(),
});
export type HeatView = z.infer<typeof HeatView>;
