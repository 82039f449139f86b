import { z } from 'zod';
import { defineCall } from './call';

export const LedgerState = z.enum(['claimed', 'sent', 'withdrawn', 'withheld']);

/** One message as the ledger remembers it. */
export const MessageView = z.object({
  /** `commitment / due date / stage`; where the item is hidden, a number that says nothing. */
  key: z.string(),
  /** What is gone, or may not be seen by who looks. Item, address, recipient, due date and reason are then empty. */
  hidden: z.enum(['issue', 'page']).nullable(),
  /** The issue's key, or the page's title. */
  item: z.string(),
  url: z.string(),
  recipient: z.string(),
  stage: z.string(),
  dueDate: z.string(),
  state: LedgerState,
  /** The rule that fired, in words; for what was withdrawn or withheld, the reason. */
  why: z.string(),
  at: z.string(),
  /** Recipient's own clock when it was decided, YYYY-MM-DDTHH:MM. */
  local: z.string(),
});
export type MessageView = z.infer<typeof MessageView>;

export const messages = {
  /** Messages of this project, newest first, about a hundred a page. */
  list: defineCall(
    'messages.list',
    z.strictObject({ cursor: z.string().max(4_000).nullable().default(null) }),
    z.object({
      messages: z.array(MessageView),
      names: z.record(z.string(), z.string()),
      /** Hand it in for older ones; `null`: there are none. */
      next: z.string().nullable(),
    }),
  ),
  /** Items that were long overdue when Docket was switched on; never chased one by one. */
  backlog: defineCall(
    'messages.backlog',
    z.strictObject({}),
    z.object({
      switchedOnAt: z.string().nullable(),
      items: z.array(
        z.object({ issueKey: z.string(), summary: z.string(), dueDate: z.string(), url: z.string() }),
      ),
      /** Whether there are more than these, which are the longest overdue. */
      more: z.boolean(),
      jql: z.string(),
    }),
  ),
};
