import type { CommitmentAction, CommitmentView } from '../../contract/commitments';
import { isTask, itemName, readAskedId, stageName } from '../../domain/commitments';
import { askOf } from '../../domain/registers';
import type { CommitmentRow } from '../../usecases/commitments/rows';
import type { Place } from '../place';
import type { Worded } from '../spoken';
import { targetUrl } from './urls';

/** Who looks: where, and what they may do. */
export interface Viewer {
  readonly place: Place;
  /** May edit the project's issues, and so coordinate. */
  readonly canEdit: boolean;
}

export function commitmentView(row: CommitmentRow, viewer: Viewer): Worded<CommitmentView> {
  const { commitment, standing, held, snoozedUntil, last, next } = row;
  const { owner, asked, target } = commitment;
  const isLate = standing.kind === 'overdue' || standing.kind === 'escalated';
  const actions = actionsOf(row, viewer);
  const attention = row.attention && {
    ...row.attention,
    action: actions.includes(row.attention.action) ? row.attention.action : ('open' as const),
  };
  return {
    id: commitment.id,
    source: asked?.by ?? (isTask(commitment) ? 'task' : 'issue'),
    item: itemName(commitment),
    url: targetUrl(viewer.place, target),
    summary: commitment.summary,
    record: recordOf(row),
    owner: owner?.accountId ?? null,
    ownerActive: owner?.active ?? false,
    dueDate: commitment.dueDate,
    firstDate: commitment.firstDate ?? null,
    status: commitment.status,
    priority: commitment.priority,
    stage: standing.kind,
    level: standing.level,
    daysLeft: isLate ? 0 : standing.days,
    daysLate: isLate ? standing.days : 0,
    createdAt: commitment.createdAt ?? null,
    updatedAt: commitment.updatedAt ?? null,
    snoozedUntil,
    held,
    attention,
    actions,
    lastMessage: last && {
      at: last.settledAt ?? last.claimedAt,
      recipient: last.recipient,
      stage: last.stage,
      state: last.state,
      why: last.why,
    },
    nextMessage: next && {
      at: next.at.toISOString(),
      local: next.local,
      recipient: next.recipient.accountId,
      stage: stageName(next.stage),
      why: next.why,
    },
  };
}

/** Who may not edit the project's issues may look, and put off what they owe themselves. */
function actionsOf({ actions, commitment }: CommitmentRow, { place, canEdit }: Viewer): CommitmentAction[] {
  const own = commitment.owner?.accountId === place.accountId;
  return actions.filter(
    (action) =>
      canEdit ||
      action === 'open' ||
      action === 'decide' ||
      (own && (action === 'snooze' || action === 'wake')),
  );
}

function recordOf({ commitment: { id, target } }: CommitmentRow): CommitmentView['record'] {
  const ask = askOf(readAskedId(id)?.obligationId ?? '');
  return ask && target.kind === 'issue' ? { kind: ask.kind, issueKey: target.key } : null;
}

/** Everybody whom these rows name, by account id; whom nothing else has told is read as the person who looks. */
export async function namesIn(
  people: { names(accountIds: readonly string[]): Promise<Record<string, string>> },
  rows: readonly CommitmentRow[],
  others: readonly string[] = [],
): Promise<Record<string, string>> {
  const known = Object.fromEntries(
    rows.flatMap(({ commitment: { owner }, next }) =>
      [owner, next?.recipient].flatMap((person) =>
        person ? [[person.accountId, person.displayName] as const] : [],
      ),
    ),
  );
  const told = [...rows.flatMap(({ last }) => (last ? [last.recipient] : [])), ...others];
  const missing = told.filter((id) => !(id in known));
  return { ...known, ...(await people.names([...new Set(missing)])) };
}
