import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import type { StoredRecord } from '../../domain/registers';
import type { Audit, AuditEntry, RecordCopies, RecordPlace } from '../../ports/records';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { queryAll } from './query-all';

const RECORD = 'record';
const AUDIT = 'audit';

/** A writer that has not finished within this time is dead; the next one may pass it. */
const WRITER_MS = 60_000;

interface CopyRow {
  readonly projectId: string;
  readonly kind: string;
  readonly issueId: string;
  readonly revision: number;
  readonly at: string;
  readonly writer: string;
  readonly copy: StoredRecord;
}

// Docket alone writes these rows; their copy was validated when it was made.
const Row = z.object({
  projectId: z.string(),
  kind: z.string(),
  issueId: z.string(),
  revision: z.number(),
  at: z.string(),
  writer: z.string(),
  copy: z.custom<StoredRecord>(),
});

const keyOf = ({ kind, issueId }: Pick<RecordPlace, 'kind' | 'issueId'>): string => `${kind}:${issueId}`;

/** Docket's copies of register records, one row each. */
export const kvsRecordCopies: RecordCopies = {
  async advance(place, from, copy, { now, writer }) {
    const key = keyOf(place);
    const row: CopyRow = { ...place, revision: copy.revision, at: now.toISOString(), writer, copy };
    const stored = await translateStorage(() => kvs.entity<CopyRow>(RECORD).get(key));
    if (stored === undefined) {
      return createOnce(RECORD, key, row, {
        mark: writer,
        markOf: (other) => Row.safeParse(other).data?.writer,
      });
    }
    // Another revision than expected: its writer is at work between here and Jira, or died there.
    if (stored.revision !== from && now.getTime() - Date.parse(stored.at) < WRITER_MS) return false;
    const unchanged = new Filter<CopyRow>()
      .and('revision', FilterConditions.equalTo(stored.revision))
      .and('writer', FilterConditions.equalTo(stored.writer));
    try {
      await kvs.transact().set(key, row, { entityName: RECORD, conditions: unchanged }).execute();
      return true;
    } catch (error) {
      if (!(error instanceof ForgeKvsAPIError)) throw error;
      const other = Row.safeParse(await translateStorage(() => kvs.entity(RECORD).get(key)));
      return other.data?.writer === writer;
    }
  },
  async known(projectId, kind) {
    const rows = await queryAll<unknown>({
      entity: RECORD,
      index: 'by-project-kind',
      partition: [projectId, kind],
    });
    return rows.map((row) => Row.parse(row)).map(({ issueId, copy, at }) => ({ issueId, copy, at }));
  },
};

const Entry = z.object({ entry: z.custom<AuditEntry>() });

/** The change history of records: rows are only ever added. */
export const kvsAudit: Audit = {
  async append(entry) {
    const record = keyOf(entry);
    const row = { projectId: entry.projectId, record, at: entry.at, entry };
    await translateStorage(() => kvs.entity(AUDIT).set(`${record}:${entry.to.revision}:${entry.at}`, row));
  },
  async ofRecord(kind, issueId, limit) {
    const rows = await queryAll<unknown>({
      entity: AUDIT,
      index: 'by-record',
      partition: [keyOf({ kind, issueId })],
      newestFirst: true,
      limit,
    });
    return rows.map((row) => Entry.parse(row).entry);
  },
};
