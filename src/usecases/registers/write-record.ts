import {
  type Outcome,
  type RecordOnIssue,
  registerName,
  singularOf,
  type StoredRecord,
} from '../../domain/registers';
import { AppError, isAppError } from '../../errors';
import type { AuditAction, AuditEntry, Claim, FoundRecord, RecordCopy, Spawned } from '../../ports/records';
import { say } from '../../words';
import { refuseCircles } from './check-links';
import type { Change, ChangeDeps, Entry } from './deps';
import { findRecord, type Found } from './find-record';
import { saveObligations } from './refresh-obligations';

/** A writer that has not finished within this time is dead, since a resolver lives for 25 s; the next one may pass it. */
const WRITER_MS = 60_000;

export interface Edit {
  readonly issueId: string;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly reason: string | null;
}

/** What is written, and what the audit says about it. */
export interface Writing {
  readonly action: AuditAction;
  readonly record: StoredRecord;
  readonly reason: string | null;
  readonly claim?: Claim;
  readonly spawned?: Spawned;
}

/** @throws AppError BAD_INPUT by field */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new AppError('BAD_INPUT', outcome.refusal.message, { fields: outcome.refusal.fields });
}

/**
 * Changes the record that the person saw.
 * @throws AppError CONFLICT with the current record where somebody changed it since; BAD_INPUT where `next` refuses
 */
export async function alterRecord(
  deps: ChangeDeps,
  change: Change,
  edit: Edit,
  action: AuditAction,
  next: (before: Entry) => Promise<Outcome<StoredRecord>>,
): Promise<Entry> {
  const found = await findRecord(deps, change, edit.issueId);
  const before = await readable(deps, change, found);
  if (before.record.revision !== edit.revision) throw changedMeanwhile(before);
  const record = accepted(await next(before));
  return writeRecord(deps, change, before, { action, record, reason: edit.reason });
}

/** The record as a change may begin from it: what a writer has left unfinished is finished first. */
export async function readable({ copies }: ChangeDeps, change: Change, found: Found): Promise<Entry> {
  const { issue, copy, reading } = found;
  if (reading.is === 'absent')
    throw new AppError(
      'NOT_FOUND',
      say('problem.notInRegister', { key: issue.issueKey, register: registerName(change.register) }),
    );
  if (reading.is !== 'record')
    throw new AppError(
      'BAD_INPUT',
      say('problem.restoreFirst', { thing: singularOf(change.register), why: reading.why }),
    );
  const entry = { issue, record: reading.record, copy };
  if (!copy?.pending) return entry;
  if (reading.isApplied) {
    await copies.settle(copy, copy.pending, { announced: true, claim: null });
    return { ...entry, copy: { ...copy, copy: copy.pending.to, pending: null } };
  }
  if (change.now.getTime() - Date.parse(copy.pending.at) < WRITER_MS) throw changedMeanwhile(entry);
  return entry;
}

/**
 * Jira's properties know no compare-and-set: Docket's own copy decides who was first. It announces the change, Jira
 * gets it, and then copy and audit are settled together; whoever comes after a crash in between finishes it.
 */
export async function writeRecord(
  deps: ChangeDeps,
  change: Change,
  before: Pick<Entry, 'issue' | 'copy'> & Partial<Entry>,
  { action, record, reason, claim, spawned }: Writing,
): Promise<Entry> {
  const { records, copies, numbers, ids } = deps;
  const { actor, projectId, register, now } = change;
  const { issue, copy } = before;
  const place = { projectId, kind: register.kind, issueId: issue.issueId };
  const entry: AuditEntry = {
    ...place,
    at: now.toISOString(),
    actor,
    action,
    from: copy?.copy ?? before.record ?? null,
    to: record,
    reason,
  };
  const announced: RecordCopy = {
    ...place,
    copy: copy?.copy ?? null,
    createdBy: copy ? copy.createdBy : claim ? actor : null,
    writer: ids.next(),
    pending: entry,
    spawned: spawned ?? copy?.spawned ?? null,
  };
  if (action !== 'voted' && action !== 'moved') await refuseCircles(records, change, issue.issueKey, record);
  if (!(await copies.begin(copy, announced))) {
    if (claim) await numbers.free(claim);
    throw await beaten(deps, change, issue);
  }
  try {
    await records.write(issue.issueId, register.propertyKey, record);
  } catch (error) {
    if (isRefusal(error)) {
      await copies.withdraw(announced, copy);
      if (claim) await numbers.free(claim);
    }
    throw error;
  }
  await copies.settle(announced, entry, { announced: true, claim: claim ?? null });
  const written = { issue: { ...issue, property: record }, record };
  await saveObligations(deps, register, onIssue(written), entry.from, now);
  return { ...written, copy: { ...announced, copy: record, pending: null } };
}

/** A record as the rules of follow-up take it. */
export const onIssue = ({ issue, record }: Pick<Entry, 'issue' | 'record'>): RecordOnIssue => ({
  issueId: issue.issueId,
  issueKey: issue.issueKey,
  projectId: issue.projectId,
  summary: issue.summary,
  record,
});

/** Jira has said no, so nothing was written; after any other failure it may have been. */
export const isRefusal = (error: unknown): boolean =>
  isAppError(error, 'BAD_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED');

async function beaten(deps: ChangeDeps, change: Change, issue: FoundRecord): Promise<AppError> {
  const { issue: now, reading, copy } = await findRecord(deps, change, issue.issueId);
  return changedMeanwhile(reading.is === 'record' ? { issue: now, record: reading.record, copy } : { issue });
}

/** The current record stands in the error, so that both versions can be compared. */
export function changedMeanwhile(entry: Pick<Entry, 'issue'> & Partial<Entry>): AppError {
  return new AppError('CONFLICT', say('problem.recordConflict', { key: entry.issue.issueKey }), {
    current: entry.record ? entry : undefined,
  });
}
