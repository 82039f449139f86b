import { z } from 'zod';
import { defineCall } from './call';
import { Dimension, Rag } from './status';

const Counts = z.object({ open: z.number(), overdue: z.number(), opened: z.number(), resolved: z.number() });

/** One project of the portfolio, by its last published report. */
export const PortfolioLine = z.object({
  projectKey: z.string(),
  projectName: z.string(),
  /** The report that should be out by now; `null` where none has come due yet. */
  expected: z.string().nullable(),
  isMissing: z.boolean(),
  last: z
    .object({
      label: z.string(),
      asOf: z.string(),
      rag: Rag,
      /** The dimensions that gave it that colour, worst first. */
      worst: z.array(Dimension),
      figures: Counts,
      /** Against the report before it; `null` where there is none. */
      change: z.object({ from: Rag, open: z.number(), overdue: z.number() }).nullable(),
      page: z.object({ title: z.string(), url: z.string() }).nullable(),
    })
    .nullable(),
});
export type PortfolioLine = z.infer<typeof PortfolioLine>;

export const portfolio = {
  /** Every project that reports and that the viewer may browse, worst first. */
  read: defineCall(
    'portfolio.read',
    z.strictObject({}),
    z.object({
      projects: z.array(PortfolioLine),
      totals: Counts.extend({
        red: z.number(),
        amber: z.number(),
        green: z.number(),
        missing: z.number(),
      }),
    }),
  ),
};
export type Portfolio = z.infer<typeof portfolio.read.response>;
