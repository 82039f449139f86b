import { z } from 'zod';
import { MeasureView } from './plan';
import { Rag, StatusPoint } from './status';

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
      dimension: z.string(),
      rag: Rag.nullable(),
      before: Rag.nullable(),
      /** Why a reviewer set another colour than the rules'. */
      setInReview: z.string().nullable(),
      reasons: z.array(z.object({ rag: Rag.nullable(), text: z.string() })),
    }),
  ),
  figures: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
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
      move: z.string().nullable(),
    }),
  ),
  risks: z.array(
    z.object({
      key: z.string(),
      summary: z.string(),
      score: z.number().nullable(),
      residual: z.number().nullable(),
      state: z.string(),
      move: z.string().nullable(),
    }),
  ),
  /** Amounts in minor units; a string says why there is none. */
  money: z.union([
    z.object({
      currency: z.string(),
      baseline: z.string().nullable(),
      estimate: z.string(),
      method: z.string(),
      complete: MeasureView,
      budget: z.array(z.object({ title: z.string(), amount: MeasureView })),
      earned: z.array(
        z.object({
          title: z.string(),
          kind: z.enum(['money', 'ratio', 'share', 'days']),
          measure: MeasureView,
        }),
      ),
    }),
    z.string(),
  ]),
  /** Up to this report, oldest first. */
  history: z.array(StatusPoint),
});
export type ReportFiles = z.infer<typeof ReportFiles>;
