import { z } from 'zod';
import { EARNED, MeasureView } from './plan';
import { Dimension, PeriodLength, Rag, StatusPoint } from './status';

const Record = z.object({
  /** R-12, or the key where there is none. */
  id: z.string(),
  summary: z.string(),
  state: z.string(),
  what: z.string(),
  /** YYYY-MM-DD. */
  date: z.string().nullable(),
});

const Said = z.array(z.object({ stream: z.string(), text: z.string() }));

/** One published report as a slide deck and a workbook are made from it: frozen, as its page was. */
export const ReportFiles = z.object({
  project: z.object({ key: z.string(), name: z.string() }),
  label: z.string(),
  length: PeriodLength,
  /** First and last day. */
  start: z.string(),
  end: z.string(),
  /** Instant at which the figures were computed. */
  asOf: z.string(),
  revision: z.number(),
  overall: Rag,
  /** The report before; `null` where there is none. */
  before: z.object({ label: z.string(), overall: Rag }).nullable(),
  dimensions: z.array(
    z.object({
      dimension: Dimension,
      rag: Rag.nullable(),
      before: Rag.nullable(),
      /** Why a reviewer set another colour than the rules'. */
      setInReview: z.string().nullable(),
      /** `text` is `null` where it tells of money that the viewer may not see. */
      reasons: z.array(z.object({ rag: Rag.nullable(), text: z.string().nullable() })),
    }),
  ),
  figures: z.array(
    z.object({
      name: z.string(),
      measure: MeasureView,
      change: z.number().nullable(),
      /** Proves the number; `null` where there is none. */
      jql: z.string().nullable(),
    }),
  ),
  /** What leads ask for, and what they do next; empty while the report is being corrected. */
  decisions: Said,
  next: Said,
  /** Workstreams without an update. */
  missing: z.array(z.string()),
  attention: z.array(Record),
  decided: z.array(Record),
  /** Dates are YYYY-MM-DD. */
  milestones: z.array(
    z.object({
      name: z.string(),
      forecast: z.string().nullable(),
      before: z.string().nullable(),
      baseline: z.string().nullable(),
      first: z.string().nullable(),
      released: z.boolean(),
      move: z.enum(['same', 'new', 'later', 'earlier', 'undated', 'released', 'gone']).nullable(),
    }),
  ),
  risks: z.array(
    z.object({
      key: z.string(),
      summary: z.string(),
      score: z.number().nullable(),
      residual: z.number().nullable(),
      /** `label`: as the register's definition says. */
      state: z.object({ value: z.string(), label: z.string() }),
      move: z.enum(['same', 'new', 'up', 'down', 'gone']).nullable(),
    }),
  ),
  /** Amounts in minor units; a word says why there is none: no plan could be shown, or not to the viewer. */
  money: z.union([
    z.object({
      currency: z.string(),
      baseline: z.string().nullable(),
      estimate: z.enum(['trend', 'oneOff', 'both', 'bottomUp']),
      /** How percent complete was measured; `null` in a report that calls it otherwise. */
      method: z.enum(['issues', 'storyPoints', 'estimates']).nullable(),
      complete: MeasureView,
      budget: z.object({
        planned: MeasureView,
        committed: MeasureView,
        actual: MeasureView,
        forecast: MeasureView,
      }),
      earned: z.array(
        z.object({
          name: z.enum([...EARNED, 'daysLate']),
          kind: z.enum(['money', 'ratio', 'share', 'days']),
          measure: MeasureView,
        }),
      ),
    }),
    z.enum(['none', 'hidden']),
  ]),
  /** Up to this report, oldest first. */
  history: z.array(StatusPoint),
});
export type ReportFiles = z.infer<typeof ReportFiles>;
