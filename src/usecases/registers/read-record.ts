import type { ConfiguredRegister, StoredRecord } from '../../domain/registers';
import type { Audit, AuditEntry, LinkedIssue, RecordCopies, Records } from '../../ports/records';
import type { Change, Entry } from './deps';
import { findRecord } from './find-record';
import { type UnreadableRecord, unreadableOf } from './list-records';

export interface ReadDeps {
  readonly records: Pick<Records, 'read' | 'linked'>;
  readonly copies: Pick<RecordCopies, 'get'>;
  readonly audit: Audit;
}

export interface RecordFile {
  readonly entry: Entry | null;
  readonly unreadable: UnreadableRecord | null;
  /** Newest first. */
  readonly history: readonly AuditEntry[];
  /** Issues that the record names, as far as they are visible, by key. */
  readonly linked: ReadonlyMap<string, LinkedIssue>;
}

/** How much of a record's history is shown. */
const HISTORY = 200;
/** How many issues one bulk reading takes. */
const BULK = 100;

/** One record with its history and the issues that it is linked to. @throws AppError NOT_FOUND */
export async function readOne(
  deps: ReadDeps,
  change: Pick<Change, 'projectId' | 'register'>,
  issueId: string,
): Promise<RecordFile> {
  const { issue, copy, reading } = await findRecord(deps, change, issueId);
  const { register } = change;
  const settled = copy ? await deps.audit.ofRecord(register.kind, issue.issueId, HISTORY) : [];
  if (reading.is !== 'record') {
    const unreadable = reading.is === 'absent' ? null : unreadableOf(issue, reading, copy);
    return { entry: null, unreadable, history: settled, linked: new Map() };
  }
  const { record, isApplied } = reading;
  const pending = isApplied && copy?.pending ? [copy.pending] : [];
  const keys = linkedKeys(register, record).slice(0, BULK);
  const issues = await deps.records.linked(keys);
  return {
    entry: { issue, record, copy },
    unreadable: null,
    history: [...pending, ...settled],
    linked: new Map(issues.map((one) => [one.issueKey, one])),
  };
}

/** Every issue that a record names, once each. */
export function linkedKeys(register: ConfiguredRegister, { values }: StoredRecord): string[] {
  const keys = Object.entries(register.fields).flatMap(([key, { kind }]) =>
    kind === 'issueLinks' ? ((values[key] ?? []) as string[]) : [],
  );
  return [...new Set(keys)];
}
