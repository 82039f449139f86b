import { z } from 'zod';
import type { Host } from '../forge/types';
import { canBrowse, hasInProject } from '../site/access';
import type { User } from '../site/entities';
import type { SiteState } from '../site/state';
import { count } from './parts';

/** A row of the app's ledger, as far as a page shows it. */
const LedgerRow = z.looseObject({
  entry: z.looseObject({
    key: z.string(),
    state: z.string(),
    projectId: z.string(),
    target: z.object({ kind: z.enum(['issue', 'page']), id: z.string() }),
    item: z.string(),
    recipient: z.string(),
    stage: z.string(),
    dueDate: z.string(),
    why: z.string(),
    /** Recipient's wall clock, `YYYY-MM-DDTHH:MM`. */
    local: z.string(),
    decidedAt: z.iso.datetime(),
    commentId: z.string().nullable(),
  }),
});

export interface SentMessage extends z.infer<typeof LedgerRow.shape.entry> {
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface LedgerContents {
  /** Newest first. */
  readonly messages: readonly SentMessage[];
  /** Keys of rows that are no ledger entries; shown, so that a changed shape does not look like silence. */
  readonly unreadable: readonly string[];
}

/** What the app has written down about its messages, straight from its storage. */
export function readLedger(host: Pick<Host, 'stored'>): LedgerContents {
  const messages: SentMessage[] = [];
  const unreadable: string[] = [];
  for (const { key, value } of host.stored('ledger')) {
    const row = LedgerRow.safeParse(value);
    if (row.success) messages.push({ ...row.data.entry, at: Date.parse(row.data.entry.decidedAt) });
    else unreadable.push(key);
  }
  messages.sort((a, b) => b.at - a.at || a.key.localeCompare(b.key));
  return { messages, unreadable };
}

const STAGE = /^(upcoming|overdue|escalated)\((\d+)\)$/;

/** A rung of the ladder in words: `overdue(3)` is "3 working days late". One that nobody knows stands as it is. */
export function stageWords(stage: string): string {
  if (stage === 'due-today') return 'Due today';
  if (stage.startsWith('asked(')) return 'Asked for by hand';
  const [, name, number] = STAGE.exec(stage) ?? [];
  if (name === 'escalated') return `Escalation, level ${number}`;
  if (name === undefined) return stage;
  return `${count(Number(number), 'working day')} ${name === 'overdue' ? 'late' : 'ahead'}`;
}

/** Of what a register or a report asks; the rest is about the due date of an item itself. */
const ASKED = 'asked:';

/** The newest comment about what is late, of those that `fits` takes: the best place to see what Docket writes. */
export const newestReminder = (
  messages: readonly SentMessage[],
  fits: (message: SentMessage) => boolean,
  on: SentMessage['target']['kind'] = 'issue',
): SentMessage | undefined =>
  messages.find(
    (message) =>
      message.state === 'sent' &&
      message.target.kind === on &&
      message.commentId !== null &&
      message.stage.startsWith('overdue') &&
      !message.key.startsWith(ASKED) &&
      fits(message),
  );

/** Whether `viewer` may know of the message: by its issue, or, where that is gone, by its project. */
export function mayKnow(state: SiteState, viewer: User, message: SentMessage): boolean {
  const issue = message.target.kind === 'issue' ? state.issues.get(message.target.id) : undefined;
  const project = state.projects.get(message.projectId);
  if (issue) return canBrowse(state, viewer, issue);
  return project !== undefined && hasInProject(viewer, project, 'BROWSE_PROJECTS');
}
