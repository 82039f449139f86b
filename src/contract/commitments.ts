import { z } from 'zod';
import { defineCall } from './call';
import { LedgerState } from './messages';

export const Severity = z.enum(['critical', 'serious', 'watch']);
export type Severity = z.infer<typeof Severity>;

export const CommitmentAction = z.enum([
  'remind',
  'snooze',
  'wake',
  'reassign',
  'escalate',
  'decide',
  'open',
]);
export type CommitmentAction = z.infer<typeof CommitmentAction>;

/** One thing that a person owes by a date. Whoever is meant by an account id stands in `names`. */
export const CommitmentView = z.object({
  id: z.string(),
  source: z.enum(['issue', 'task', 'record', 'report']),
  /** The issue's key, or the page's title, and where it is opened. */
  item: z.string(),
  url: z.string(),
  summary: z.string(),
  /** The record or the report that asks: where it is decided. */
  record: z.object({ kind: z.string(), issueKey: z.string() }).nullable(),
  /** Account id; `null`: nobody owns it. */
  owner: z.string().nullable(),
  ownerActive: z.boolean(),
  /** The date that counts, YYYY-MM-DD, and the one that was promised first where that is another. */
  dueDate: z.string(),
  firstDate: z.string().nullable(),
  status: z.string(),
  priority: z.string().nullable(),
  stage: z.enum(['upcoming', 'due-today', 'overdue', 'escalated']),
  /** The highest level of the chain whose day has come; 0 for none. */
  level: z.int(),
  /** Working days until it is due; 0 where it is due or late. */
  daysLeft: z.int(),
  /** Working days late; 0 where it is not. */
  daysLate: z.int(),
  /** When it was written down, and when it last changed: ISO instants, where known. */
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  /** Why nothing is sent about it; `null`: the policy chases it. */
  held: z.enum(['backlog', 'status', 'snoozed']).nullable(),
  /** How urgently it needs attention, and why, in words; `null`: it does not. */
  attention: z.object({ severity: Severity, why: z.string(), action: CommitmentAction }).nullable(),
  /** What the person who looks may do about it, in the order of a menu. */
  actions: z.array(CommitmentAction),
  /** Instants ISO 8601; `local` is the recipient's wall clock, YYYY-MM-DDTHH:MM. */
  lastMessage: z
    .object({
      at: z.string(),
      recipient: z.string(),
      stage: z.string(),
      state: LedgerState,
      why: z.string(),
    })
    .nullable(),
  nextMessage: z
    .object({ at: z.string(), local: z.string(), recipient: z.string(), stage: z.string(), why: z.string() })
    .nullable(),
});
export type CommitmentView = z.infer<typeof CommitmentView>;

const Names = z.record(z.string(), z.string());

export const CommitmentPageView = z.object({
  /** `false`: Docket is switched off here, and there are no rows. */
  enabled: z.boolean(),
  rows: z.array(CommitmentView),
  names: Names,
  /** Hand it in to read on; `null` at the end. Issues come the earliest due first, after what registers and reports ask. */
  next: z.string().nullable(),
  /** About how many issues there are in all; told with the first page. */
  total: z.number().nullable(),
  /** What could not be read, in words. */
  unseen: z.array(z.string()),
  /** When it was read, ISO instant. */
  computedAt: z.string(),
});
export type CommitmentPageView = z.infer<typeof CommitmentPageView>;

/** What came of a step, with the commitment as it stands after it; `null`: it is open no longer. */
const Acted = z.object({
  /** `already`: it was sent before, whoever asked. `unknown`: the product did not answer, the next runs look for it. */
  outcome: z.enum(['done', 'already', 'withheld', 'withdrawn', 'unknown']),
  /** Account id of who was told; `null` where nobody was. */
  recipient: z.string().nullable(),
  /** The rule that fired; for what was withheld or withdrawn, the reason. */
  why: z.string(),
  row: CommitmentView.nullable(),
  names: Names,
});
export type Acted = z.infer<typeof Acted>;

const commitmentId = z.string().min(1).max(500);
const about = z.strictObject({ commitmentId });

/** Commitments of the project whose page is open. */
export const commitments = {
  /** All open ones, about a hundred a page. Who owes how much is counted from the rows. */
  list: defineCall(
    'commitments.list',
    z.strictObject({ cursor: z.string().max(4_000).nullable().default(null) }),
    CommitmentPageView,
  ),
  /** Tells whoever owes it now; one reminder a day, whoever asks. */
  remind: defineCall('commitments.remind', about, Acted),
  /** Tells the next level of its chain now. */
  escalate: defineCall('commitments.escalate', about, Acted),
  snooze: defineCall(
    'commitments.snooze',
    z.strictObject({
      commitmentId,
      until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD.'),
      reason: z.string().trim().max(500).default(''),
    }),
    Acted,
  ),
  /** Ends a snooze before its day; a date that was promised stays. */
  wake: defineCall('commitments.wake', about, Acted),
  /** The assignee of an issue, or the person of a record. */
  reassign: defineCall(
    'commitments.reassign',
    z.strictObject({ commitmentId, to: z.string().min(1).max(128) }),
    Acted,
  ),
};
