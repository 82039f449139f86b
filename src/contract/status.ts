import { z } from 'zod';
import { defineCall } from './call';
import { HeatView } from './heat';

export const Rag = z.enum(['green', 'amber', 'red']);

export const Dimension = z.enum(['Schedule', 'Cost', 'Scope', 'Risk', 'Resources']);

/** How long the period of a report is: "this week" is wrong of a month. */
export const PeriodLength = z.enum(['week', 'fortnight', 'month']);
export type PeriodLength = z.infer<typeof PeriodLength>;

export const StatusView = z.object({
  projectKey: z.string(),
  projectName: z.string(),
  /** `2012-W29`. */
  week: z.string(),
  length: PeriodLength,
  asOf: z.string(),
  rag: Rag,
  reasons: z.array(z.string()),
  figures: z.object({
    opened: z.number(),
    resolved: z.number(),
    open: z.number(),
    overdue: z.number(),
    dueNextWeek: z.number(),
  }),
  /** Difference to last week's snapshot; null where there is none. */
  change: z.record(z.string(), z.number()).nullable(),
  page: z.object({ id: z.string(), title: z.string(), url: z.string(), version: z.number() }).nullable(),
});
export type StatusView = z.infer<typeof StatusView>;

/** What the pictures are drawn from: one published report each, oldest first; the counts are of its own time. */
export const StatusPoint = z.object({
  label: z.string(),
  asOf: z.string(),
  rag: Rag,
  dimensions: z.array(z.object({ dimension: Dimension, rag: Rag.nullable() })),
  open: z.number(),
  opened: z.number(),
  resolved: z.number(),
  /** Overdue items by working days late; `null` in reports from before they were counted. */
  ageing: z.object({ to5: z.number(), to20: z.number(), over20: z.number() }).nullable(),
  /** Open risks from amber, and from red, on; `null` where they could not be counted. */
  risks: z.object({ amber: z.number(), red: z.number() }).nullable(),
  milestones: z.array(
    z.object({ id: z.string(), name: z.string(), date: z.string(), released: z.boolean() }),
  ),
});
export type StatusPoint = z.infer<typeof StatusPoint>;

const Shown = z.object({
  status: StatusView.nullable(),
  history: z.array(StatusPoint),
  /** Docket is switched on in the project. */
  enabled: z.boolean(),
  /** Open risks of the week of the report, held against those of the report before; `null` where none was recorded. */
  heat: HeatView.nullable(),
  /** The app's own clock, by which the age of the figures is told. */
  now: z.string(),
});

export const status = {
  /** For the macro: the viewer must be able to browse the project named in the macro's own configuration. */
  macro: defineCall('status.macro', z.strictObject({}), Shown),
};
