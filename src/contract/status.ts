import { z } from 'zod';
import { defineCall } from './call';

export const Rag = z.enum(['green', 'amber', 'red']);

export const StatusView = z.object({
  projectKey: z.string(),
  projectName: z.string(),
  /** `2012-W29`. */
  week: z.string(),
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

export const status = {
  /** The last published status of this project. */
  read: defineCall('status.read', z.strictObject({}), z.object({ status: StatusView.nullable() })),
  /** For the macro: the viewer must be able to browse the project named in the macro's own configuration. */
  macro: defineCall('status.macro', z.strictObject({}), z.object({ status: StatusView.nullable() })),
  /** Publishes this week's page now. */
  publish: defineCall(
    'status.publish',
    z.strictObject({}),
    z.object({ status: StatusView, outcome: z.enum(['created', 'updated', 'unchanged']) }),
  ),
};
