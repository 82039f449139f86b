import {
  changeRecord,
  correctDecided,
  moveRecord,
  restoredRecord,
  singularOf,
  voteOnRecord,
} from '../../domain/registers';
import { AppError } from '../../errors';
import type { RecordCopy } from '../../ports/records';
import { say } from '../../words';
import type { Change, ChangeDeps, Entry } from './deps';
import { findRecord } from './find-record';
import { alterRecord, type Edit, writeRecord } from './write-record';

/** @throws AppError CONFLICT with the current record where somebody changed it since; BAD_INPUT by field */
export function edit(deps: ChangeDeps, change: Change, seen: Edit, input: unknown): Promise<Entry> {
  return alterRecord(deps, change, seen, 'edited', async ({ record, copy }) =>
    changeRecord(
      change.register,
      record,
      input,
      await standingOf(deps, change, record.state, copy),
      change.now,
    ),
  );
}

/** @throws AppError BAD_INPUT where the lifecycle does not allow the step; CONFLICT as above */
export function move(deps: ChangeDeps, change: Change, seen: Edit, to: string): Promise<Entry> {
  return alterRecord(deps, change, seen, 'moved', async ({ record, copy }) =>
    moveRecord(change.register, record, to, await standingOf(deps, change, to, copy), change.now),
  );
}

/** @throws AppError BAD_INPUT where the person is not asked, or may not decide on their own request; CONFLICT as above */
export function vote(
  deps: ChangeDeps,
  change: Change,
  seen: Edit,
  { verdict, comment }: { readonly verdict: 'approved' | 'rejected'; readonly comment: string },
): Promise<Entry> {
  const { actor: who, register, now } = change;
  return alterRecord(deps, change, seen, 'voted', async ({ record }) =>
    voteOnRecord(register, record, { who, verdict, comment }, now),
  );
}

/** @throws AppError BAD_INPUT where it is not decided yet, or nobody may decide on it again; CONFLICT as above */
export function correct(deps: ChangeDeps, change: Change, seen: Edit, input: unknown): Promise<Entry> {
  const { register, now } = change;
  const { approved, waits } = register.approvals ?? {};
  return alterRecord(deps, change, seen, 'corrected', async ({ record, copy }) => {
    const asked = record.state === approved && waits !== undefined ? waits : record.state;
    return correctDecided(register, record, input, await standingOf(deps, change, asked, copy), now);
  });
}

/**
 * Puts the last version that Docket wrote back on the issue, as a new revision.
 * @throws AppError BAD_INPUT where nothing is wrong, or where Docket has never written the record
 */
export async function restore(
  deps: ChangeDeps,
  change: Change,
  issueId: string,
  reason: string | null,
): Promise<Entry> {
  const { issue, copy, reading } = await findRecord(deps, change, issueId);
  if (reading.is === 'record' || reading.is === 'absent')
    throw new AppError('BAD_INPUT', say('problem.nothingToRestore', { key: issue.issueKey }));
  const last = copy?.pending?.to ?? copy?.copy;
  if (!last)
    throw new AppError('BAD_INPUT', say('problem.neverWritten', { thing: singularOf(change.register) }));
  const record = restoredRecord(last, change.now);
  return writeRecord(deps, change, { issue, copy }, { action: 'restored', record, reason });
}

/** Who stands behind the request, read only for the state in which approvers are asked. */
async function standingOf(
  { standing }: ChangeDeps,
  { actor, projectId, register }: Change,
  state: string,
  copy: RecordCopy | null,
) {
  const asks = register.approvals?.waits === state;
  const deciders = asks ? await standing.of(projectId) : { lead: null, sponsor: null };
  return { actor, createdBy: copy?.createdBy ?? null, ...deciders };
}
