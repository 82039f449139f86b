import {
  editRecord,
  newRecord,
  type Outcome,
  readRecord,
  type ConfiguredRegister,
  type StoredRecord,
  transitionRecord,
} from '../domain/registers';
import { AppError } from '../errors';
import type { Ids } from '../ports/ids';
import type { Audit, AuditEntry, FoundRecord, RecordCopies, Records } from '../ports/records';
import type { ListedRecord } from './list-records';

export interface ChangeDeps {
  readonly records: Records;
  readonly copies: RecordCopies;
  readonly audit: Audit;
  readonly ids: Ids;
}

/** Who changes what, and where: actor and project come from the trusted context. */
export interface Change {
  readonly actor: string;
  readonly projectId: string;
  readonly register: ConfiguredRegister;
  readonly now: Date;
}

/** Creates an issue in the project and the record on it, in one write. @throws AppError BAD_INPUT, FORBIDDEN */
export async function createRecord(
  deps: ChangeDeps,
  change: Change,
  summary: string,
  input: unknown,
): Promise<ListedRecord> {
  const { projectId, register, now } = change;
  const record = accepted(newRecord(register, input, now));
  const { issueId, issueKey } = await deps.records.create(projectId, summary, register.propertyKey, record);
  await deps.copies.advance({ projectId, kind: register.kind, issueId }, 0, record, {
    now,
    writer: deps.ids.next(),
  });
  await remember(deps, change, issueId, 'created', null, record, null);
  return { issue: { issueId, issueKey, projectId, summary, property: record }, record };
}

/** Puts a record on an issue of this project. @throws AppError NOT_FOUND, CONFLICT where it has one already */
export async function attachRecord(
  deps: ChangeDeps,
  change: Change,
  issueKey: string,
  input: unknown,
): Promise<ListedRecord> {
  const { register, now } = change;
  const issue = await findIssue(deps, change, issueKey);
  if (issue.property !== undefined) {
    throw new AppError('CONFLICT', `${issue.issueKey} is in this register already. Open it there instead.`);
  }
  const record = accepted(newRecord(register, input, now));
  await write(deps, change, issue, 0, record);
  await remember(deps, change, issue.issueId, 'attached', null, record, null);
  return { issue, record };
}

export interface Edit {
  readonly issueId: string;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly reason: string | null;
}

/** @throws AppError CONFLICT with the current record where somebody changed it since; BAD_INPUT by field */
export function editExisting(
  deps: ChangeDeps,
  change: Change,
  edit: Edit,
  input: unknown,
): Promise<ListedRecord> {
  return alter(deps, change, edit, 'edited', (before) =>
    editRecord(change.register, before, input, change.now),
  );
}

/** @throws AppError BAD_INPUT where the lifecycle does not allow the step; CONFLICT as above */
export function moveRecord(deps: ChangeDeps, change: Change, edit: Edit, to: string): Promise<ListedRecord> {
  return alter(deps, change, edit, 'moved', (before) =>
    transitionRecord(change.register, before, to, change.now),
  );
}

async function alter(
  deps: ChangeDeps,
  change: Change,
  edit: Edit,
  action: AuditEntry['action'],
  next: (before: StoredRecord) => Outcome<StoredRecord>,
): Promise<ListedRecord> {
  const issue = await findIssue(deps, change, edit.issueId);
  const read = readRecord(change.register, issue.property);
  if (!read.ok)
    throw new AppError(
      'BAD_INPUT',
      `${issue.issueKey} cannot be changed while it is unreadable. ${read.refusal.message}`,
    );
  const before = read.value;
  if (before.revision !== edit.revision) throw changedMeanwhile(issue, before);
  const after = accepted(next(before));
  await write(deps, change, issue, before.revision, after);
  await remember(deps, change, issue.issueId, action, before, after, edit.reason);
  return { issue, record: after };
}

/** The issue, if it is visible to the person and belongs to the project whose page they are on. */
async function findIssue(
  { records }: ChangeDeps,
  { projectId, register }: Change,
  issueIdOrKey: string,
): Promise<FoundRecord> {
  const [issue] = await records.read([issueIdOrKey], register.propertyKey);
  if (!issue || issue.projectId !== projectId) {
    throw new AppError(
      'NOT_FOUND',
      `There is no issue ${issueIdOrKey} in this project, or you may not see it.`,
    );
  }
  return issue;
}

/** Jira's properties know no compare-and-set: Docket's own copy decides who was first. */
async function write(
  { records, copies, ids }: ChangeDeps,
  change: Change,
  issue: FoundRecord,
  from: number,
  record: StoredRecord,
): Promise<void> {
  const place = { projectId: change.projectId, kind: change.register.kind, issueId: issue.issueId };
  if (!(await copies.advance(place, from, record, { now: change.now, writer: ids.next() }))) {
    const [now] = await records.read([issue.issueId], change.register.propertyKey);
    const current = readRecord(change.register, now?.property);
    throw changedMeanwhile(issue, current.ok ? current.value : null);
  }
  await records.write(issue.issueId, change.register.propertyKey, record);
}

function changedMeanwhile(issue: FoundRecord, record: StoredRecord | null): AppError {
  const current = record ? { issue: { ...issue, property: record }, record } : undefined;
  return new AppError(
    'CONFLICT',
    `${issue.issueKey} was changed by somebody else while you edited it. Compare both versions and choose.`,
    { current },
  );
}

function accepted(outcome: Outcome<StoredRecord>): StoredRecord {
  if (outcome.ok) return outcome.value;
  throw new AppError('BAD_INPUT', outcome.refusal.message, { fields: outcome.refusal.fields });
}

function remember(
  { audit }: ChangeDeps,
  { actor, projectId, register, now }: Change,
  issueId: string,
  action: AuditEntry['action'],
  from: StoredRecord | null,
  to: StoredRecord,
  reason: string | null,
): Promise<void> {
  return audit.append({
    projectId,
    kind: register.kind,
    issueId,
    at: now.toISOString(),
    actor,
    action,
    from,
    to,
    reason,
  });
}
