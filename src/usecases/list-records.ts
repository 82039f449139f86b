import { type ConfiguredRegister, readRecord, type StoredRecord } from '../domain/registers';
import type { FoundRecord, RecordCopies, Records } from '../ports/records';

export interface ListDeps {
  readonly records: Pick<Records, 'indexed' | 'read'>;
  readonly copies: Pick<RecordCopies, 'known'>;
}

export interface ListedRecord {
  readonly issue: FoundRecord;
  readonly record: StoredRecord;
}

/** A property that does not parse, with the last copy that did. */
export interface UnreadableRecord {
  readonly issue: FoundRecord;
  readonly why: string;
  readonly lastGood: { readonly record: StoredRecord; readonly at: string } | null;
}

export interface RecordList {
  readonly records: readonly ListedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
}

/** How many issues one bulk reading takes. */
const BULK = 100;

/**
 * The register of a project, as far as the person who asks may see it. The search index lags behind and does not know
 * what it cannot parse: records that it misses are read by their ids.
 */
export async function listRecords(
  { records, copies }: ListDeps,
  projectId: string,
  register: ConfiguredRegister,
): Promise<RecordList> {
  const known = await copies.known(projectId, register.kind);
  const found = await records.indexed(projectId, register.propertyKey, 'state');
  const seen = new Set(found.map(({ issueId }) => issueId));
  const missed = known.map(({ issueId }) => issueId).filter((id) => !seen.has(id));
  for (let start = 0; start < missed.length; start += BULK) {
    const read = await records.read(missed.slice(start, start + BULK), register.propertyKey);
    found.push(...read.filter((issue) => issue.projectId === projectId));
  }
  const copyOf = new Map(known.map((row) => [row.issueId, row]));
  const listed: ListedRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const issue of found) {
    const read = readRecord(register, issue.property);
    const copy = copyOf.get(issue.issueId);
    if (read.ok) listed.push({ issue, record: read.value });
    else
      unreadable.push({
        issue,
        why: read.refusal.message,
        lastGood: copy ? { record: copy.copy, at: copy.at } : null,
      });
  }
  return { records: listed, unreadable };
}
