import { z } from 'zod';
import { defineCall } from './call';
import { LedgerState } from './messages';
import { Names } from './register-views';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.');
const reason = z.string().trim().max(500).default('');

/** What somebody has decided about the issue. */
export const ChoiceView = z.object({
  snoozedUntil: z.string().nullable(),
  promised: z.object({ date: z.string(), firstDate: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type ChoiceView = z.infer<typeof ChoiceView>;

/** One step of a ladder with what became of it. */
export const StepView = z.object({
  /** `commitment / due date / stage`. */
  key: z.string(),
  stage: z.string(),
  /** The working day that it belongs to, YYYY-MM-DD. */
  day: z.string(),
  /** Of the ledger; or `passed` (its day is over, nothing was sent), `snoozed` (nothing will be), `coming`. */
  state: z.enum([...LedgerState.options, 'passed', 'snoozed', 'coming']),
  /** `null` where nobody is known yet. */
  recipient: z.string().nullable(),
  /** Recipient's wall clock, YYYY-MM-DDTHH:MM; `null` where only the day is known. */
  local: z.string().nullable(),
  why: z.string(),
});
export type StepView = z.infer<typeof StepView>;

/** Something owed on the issue: its own date, or what a record on it asks of people. */
export const OwedView = z.object({
  id: z.string(),
  /** What is asked; `null` for the issue itself. */
  rule: z.string().nullable(),
  /** Account ids. */
  owners: z.array(z.string()),
  /** True where an owner's account is closed: the project lead is told instead. */
  ownerGone: z.boolean(),
  /** The date that counts, and the one promised first where that is another. */
  dueDate: z.string().nullable(),
  firstDate: z.string().nullable(),
  /** Working days to the date, or since it, and the level that the chain has reached; `null` without a date. */
  standing: z
    .object({
      kind: z.enum(['upcoming', 'due-today', 'overdue', 'escalated']),
      days: z.int(),
      level: z.int(),
    })
    .nullable(),
  /** Why nothing is sent about it, or `open`. */
  attention: z.enum(['open', 'undated', 'done', 'quiet', 'backlog', 'uncounted']),
  /** Of the issue in Jira; empty for what records ask. */
  status: z.string(),
  steps: z.array(StepView),
});
export type OwedView = z.infer<typeof OwedView>;

export const FollowUpView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('off') }),
  z.object({ is: z.literal('unreadable'), why: z.string() }),
  z.object({
    is: z.literal('on'),
    owed: z.array(OwedView),
    choice: ChoiceView.nullable(),
    /** How the person who looks wants to be told. */
    channel: z.enum(['each', 'digest']),
    /** Whether this project has a place for digests. */
    digestsHere: z.boolean(),
    /** Only the owner, and people who may edit the issue, may snooze or promise. */
    canChoose: z.boolean(),
  }),
]);
export type FollowUpView = z.infer<typeof FollowUpView>;

const Chosen = z.object({ followUp: FollowUpView, names: Names });

/** About the issue whose panel is open; answered with what follows from the choice. */
export const choices = {
  snooze: defineCall('choices.snooze', z.strictObject({ until: isoDate, reason }), Chosen),
  promise: defineCall('choices.promise', z.strictObject({ date: isoDate, reason }), Chosen),
  /** Takes back snooze and promise. */
  undo: defineCall('choices.undo', z.strictObject({}), Chosen),
  setChannel: defineCall(
    'choices.setChannel',
    z.strictObject({ channel: z.enum(['each', 'digest']) }),
    z.object({ channel: z.enum(['each', 'digest']) }),
  ),
};
