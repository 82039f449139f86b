import { z } from 'zod';
import { defineCall } from './call';
import { ProjectSettings } from './settings';

/** One message that would be sent if nothing changed until then. */
export const PlannedView = z.object({
  key: z.string(),
  /** The key, or the page's title. */
  item: z.string(),
  summary: z.string(),
  url: z.string(),
  recipient: z.string(),
  stage: z.string(),
  dueDate: z.string(),
  /** Recipient's wall clock, YYYY-MM-DDTHH:MM. */
  local: z.string(),
  /** ISO instant. */
  at: z.string(),
  why: z.string(),
});
export type PlannedView = z.infer<typeof PlannedView>;

const days = z.int().min(1).max(14);
const Planned = z.object({
  messages: z.array(PlannedView),
  names: z.record(z.string(), z.string()),
  cut: z.boolean(),
});

export const preview = {
  /** What the follow-up would send in the next `days` days, earliest first. */
  ofProject: defineCall('preview.ofProject', z.strictObject({ days }), Planned),
  /** The same if these settings were saved; a project that they switch off is sent nothing. */
  ofSettings: defineCall('preview.ofSettings', z.strictObject({ settings: ProjectSettings, days }), Planned),
};
