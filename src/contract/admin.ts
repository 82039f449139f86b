import { z } from 'zod';
import { defineCall } from './call';
import { PolicyShape } from './policy';

export const RunView = z.object({
  job: z.string(),
  projectKey: z.string(),
  at: z.string(),
  state: z.string(),
  calls: z.number(),
  /** Calls by Atlassian's operation id. */
  byOperation: z.record(z.string(), z.number()),
  points: z.number(),
  sent: z.number(),
  note: z.string(),
});
export type RunView = z.infer<typeof RunView>;

/** What a site's admin decides for all projects; a project's own saved settings are not changed by it. */
export const SiteDefaultsShape = z.strictObject({
  policy: PolicyShape,
  holidays: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.')).max(500),
  /** A page of work costs up to some 300 points; all customers of the app share 65,000. */
  pointsAnHour: z
    .int('Write a whole number of points.')
    .min(500, 'At least 500 points: less does not get one page of work done.')
    .max(50_000, 'At most 50,000 points.'),
});
export type SiteDefaultsShape = z.infer<typeof SiteDefaultsShape>;

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
      /** Points that the follow-up has used in this UTC hour (`2026-07-21T09`), and may use. */
      points: z.object({ hour: z.string(), used: z.number(), budget: z.number() }),
      confluence: z.boolean(),
    }),
  ),
  /** What projects start from, and the budget: for people who may administer Jira. */
  readDefaults: defineCall('admin.readDefaults', z.strictObject({}), SiteDefaultsShape),
  saveDefaults: defineCall('admin.saveDefaults', SiteDefaultsShape, SiteDefaultsShape),
};
