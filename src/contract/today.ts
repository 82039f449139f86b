import { z } from 'zod';
import { defineCall } from './call';
import { CommitmentView, Severity } from './commitments';

/** Something that needs attention and is nobody's commitment: a lost message, unreadable records, an unseen place. */
export const NoticeView = z.object({
  id: z.string(),
  kind: z.enum(['message', 'register', 'unseen']),
  /** The key, the page's title, or the register's; empty for a place. */
  item: z.string(),
  /** Where it is opened on the site; `null`: in Docket. */
  url: z.string().nullable(),
  /** The register, where it is one. */
  register: z.string().nullable(),
  /** Account id of who was to be told. */
  recipient: z.string().nullable(),
  why: z.string(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const AttentionGroup = z.object({
  severity: Severity,
  /** How many there are in all; not `exact` where the rest was counted by its due date alone. */
  count: z.int(),
  exact: z.boolean(),
  /** The most urgent of them. */
  rows: z.array(CommitmentView),
  notices: z.array(NoticeView),
});
export type AttentionGroup = z.infer<typeof AttentionGroup>;

export const TodayView = z.object({
  /** `false`: Docket is switched off here, and nothing else is told. */
  enabled: z.boolean(),
  /** Whether the person who looks administers the project; the account to ask where they do not. */
  administers: z.boolean(),
  lead: z.string().nullable(),
  /** Most urgent first; each severity is there, also with nothing in it. */
  groups: z.array(AttentionGroup),
  snoozed: z.int(),
  /** About how many issues were long overdue when Docket was switched on, and are left alone. */
  backlog: z.int(),
  /** What could not be read, in words. */
  unseen: z.array(z.string()),
  names: z.record(z.string(), z.string()),
  /** When it was computed, ISO instant. */
  computedAt: z.string(),
});
export type TodayView = z.infer<typeof TodayView>;

export const today = {
  /** What needs a coordinator's attention in the project whose page is open, in one call. */
  read: defineCall('today.read', z.strictObject({}), TodayView),
};
