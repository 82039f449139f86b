import { z } from 'zod';
import { defineCall } from './call';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.');
const reason = z.string().trim().max(500).default('');

export const ChoiceView = z.object({
  snoozedUntil: z.string().nullable(),
  promised: z.object({ date: z.string(), firstDate: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type ChoiceView = z.infer<typeof ChoiceView>;

const State = z.object({
  choice: ChoiceView.nullable(),
  /** How the person who looks wants to be told. */
  channel: z.enum(['each', 'digest']),
  /** Whether this project has a place for digests. */
  digestsHere: z.boolean(),
  dueDate: z.string().nullable(),
  /** Only the owner, and people who may edit the issue, may choose. */
  canChoose: z.boolean(),
  names: z.record(z.string(), z.string()),
});

/** About the issue whose panel is open. */
export const choices = {
  read: defineCall('choices.read', z.strictObject({}), State),
  snooze: defineCall('choices.snooze', z.strictObject({ until: isoDate, reason }), State),
  promise: defineCall('choices.promise', z.strictObject({ date: isoDate, reason }), State),
  /** Takes back snooze and promise. */
  undo: defineCall('choices.undo', z.strictObject({}), State),
  setChannel: defineCall(
    'choices.setChannel',
    z.strictObject({ channel: z.enum(['each', 'digest']) }),
    State,
  ),
};
