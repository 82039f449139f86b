import { z } from 'zod';
import { defineCall } from './call';
import { DEFAULT_POLICY_SHAPE, DigestTargetShape, PolicyShape, TaskSourceShape } from './policy';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.');

/** What a project admin decides. Everything has a default, so that a new project needs to decide nothing. */
export const ProjectSettings = z.strictObject({
  enabled: z.boolean(),
  /** Account id; `null`: there is no sponsor and the sponsor's escalation does not happen. */
  sponsorId: z.string().max(128).nullable(),
  holidays: z.array(isoDate).max(500),
  /** IANA zone of the project's own calendar: weeks and report times. */
  zone: z.string().max(64),
  report: z.strictObject({
    enabled: z.boolean(),
    spaceKey: z.string().max(255).nullable(),
    parentPageId: z.string().regex(/^\d+$/).nullable(),
  }),
  policy: PolicyShape.default(DEFAULT_POLICY_SHAPE),
  /** JQL that says which items of the project are commitments; `null`: every open item with a due date. */
  actionQuery: z.string().trim().min(1).max(2_000).nullable().default(null),
  tasks: TaskSourceShape.default({ spaceKeys: [], pageIds: [], chaseOn: 'page' }),
  digestTarget: DigestTargetShape.nullable().default(null),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** How many there are; `more` says that there are others beyond the first page. */
const Count = z.object({ count: z.int().min(0), more: z.boolean() });

export const settings = {
  read: defineCall(
    'settings.read',
    z.strictObject({}),
    z.object({
      settings: ProjectSettings,
      switchedOnAt: z.string().nullable(),
      confluence: z.boolean(),
      names: z.record(z.string(), z.string()),
      /** What a project starts from that has decided nothing: the site's own policy. */
      defaults: PolicyShape,
      /** The policy in sentences. */
      policy: z.array(z.string()),
    }),
  ),
  save: defineCall(
    'settings.save',
    ProjectSettings.extend({
      /** What the person looked at when they began: others saved since are a CONFLICT. `null`: nobody looked. */
      seen: ProjectSettings.nullable().default(null),
    }),
    z.object({ settings: ProjectSettings, switchedOnAt: z.string().nullable() }),
  ),
  /** Open tasks with a date where the saved settings look for them: more for the person than for the app are not chased. */
  tasks: defineCall(
    'settings.tasks',
    z.strictObject({}),
    z.object({ visibleToApp: Count, visibleToYou: Count }),
  ),
};
