import { z } from 'zod';
import { defineCall } from './call';

export const RunView = z.object({
  job: z.string(),
  projectKey: z.string(),
  at: z.string(),
  state: z.string(),
  calls: z.number(),
  points: z.number(),
  sent: z.number(),
  note: z.string(),
});
export type RunView = z.infer<typeof RunView>;

export const admin = {
  /** Health of the app on this site: for people who may administer Jira. */
  read: defineCall(
    'admin.read',
    z.strictObject({}),
    z.object({
      projects: z.array(
        z.object({
          id: z.string(),
          key: z.string(),
          name: z.string(),
          enabled: z.boolean(),
          switchedOnAt: z.string().nullable(),
        }),
      ),
      runs: z.array(RunView),
      confluence: z.boolean(),
    }),
  ),
};
