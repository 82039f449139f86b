import { newRecord, type Outcome, type StoredRecord } from '../../domain/registers';
import { AppError } from '../../errors';
import type { AuditAction, AuditEntry, Claim } from '../../ports/records';
import { say } from '../../words';
import { claimNumber, madeCopy } from './claim-number';
import type { Change, ChangeDeps, Entry } from './deps';
import { findRecord } from './find-record';
import { saveObligations } from './refresh-obligations';
import { accepted, isRefusal, onIssue, readable, writeRecord } from './write-record';

export interface NewRecord {
  readonly summary: string;
  readonly values: unknown;
  readonly action?: Extract<AuditAction, 'created' | 'imported'>;
  /** Takes the record from the register's first state to the one in which it is entered. */
  readonly advance?: (record: StoredRecord) => Outcome<StoredRecord>;
}

/** Creates an issue in the project and the record on it, in one write. @throws AppError BAD_INPUT, FORBIDDEN */
export async function createRecord(deps: ChangeDeps, change: Change, given: NewRecord): Promise<Entry> {
  accepted(newRecord(change.register, given.values, change.now));
  return createNumbered(deps, change, given, await claimNumber(deps, change));
}

/** The same with a number that has been claimed for it; a refusal gives the number back. */
export async function createNumbered(
  deps: ChangeDeps,
  { actor, projectId, register, now }: Change,
  { summary, values, action = 'created', advance }: NewRecord,
  claim: Claim,
): Promise<Entry> {
  const { records, copies, numbers } = deps;
  const { issueType, labels } = register.settings;
  const first = accepted(newRecord(register, values, now, claim.id));
  const record = advance ? accepted(advance(first)) : first;
  const issue = { summary, issueType, labels };
  const made = records.create(projectId, issue, register.propertyKey, record);
  const { issueId, issueKey } = await made.catch(async (error: unknown) => {
    if (isRefusal(error)) await numbers.free(claim);
    throw error;
  });
  const entry: AuditEntry = {
    projectId,
    kind: register.kind,
    issueId,
    at: now.toISOString(),
    actor,
    action,
    from: null,
    to: record,
    reason: null,
  };
  const copy = madeCopy(entry, claim);
  await copies.settle(copy, entry, { announced: false, claim });
  // A project's default security level shows when the issue is read again.
  const found = { issueId, issueKey, projectId, summary, restricted: false, property: record };
  const entered = { issue: found, record, copy };
  await saveObligations(deps, register, onIssue(entered), null, now);
  return entered;
}

/** Puts a record on an issue of this project. @throws AppError NOT_FOUND, CONFLICT where it has one already */
export async function attachRecord(
  deps: ChangeDeps,
  change: Change,
  issueKey: string,
  values: unknown,
): Promise<Entry> {
  const { register, now } = change;
  const found = await findRecord(deps, change, issueKey);
  const { issue, copy, reading } = found;
  if (reading.is === 'record') {
    const { record } = await readable(deps, change, found);
    throw new AppError('CONFLICT', say('problem.alreadyIn', { key: issue.issueKey }), {
      current: { issue, record, copy },
    });
  }
  if (reading.is !== 'absent')
    throw new AppError('CONFLICT', say('problem.alreadyInSpoilt', { key: issue.issueKey, why: reading.why }));
  accepted(newRecord(register, values, now));
  const claim = await claimNumber(deps, change);
  const record = accepted(newRecord(register, values, now, claim.id));
  return writeRecord(deps, change, { issue, copy }, { action: 'attached', record, reason: null, claim });
}
