import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Audit, AuditEntry, RecordCopies, RecordCopy, RecordPlace } from '../../ports/records';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { settledNumber } from './numbers';
import { queryAll } from './query-all';
import { won, writtenBy } from './won';

const RECORD = 'record';
const AUDIT = 'audit';

/** Entities that one batch reads: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const BATCH = 25;

// Docket alone writes these rows; what is in them was validated when it was made.
const Row = z.object({ writer: z.string(), row: z.custom<RecordCopy>() });
const Entry = z.object({ entry: z.custom<AuditEntry>() });

const keyOf = ({ kind, issueId }: Pick<RecordPlace, 'kind' | 'issueId'>): string => `${kind}:${issueId}`;

/** Issue ids are numbers: filled up with zeros, their texts have the same order. */
const positionOf = (issueId: string): string => issueId.padStart(19, '0');

const rowOf = (row: RecordCopy) => ({
  projectId: row.projectId,
  kind: row.kind,
  position: positionOf(row.issueId),
  writer: row.writer,
  row,
});

const auditRow = (entry: AuditEntry) => ({
  projectId: entry.projectId,
  record: keyOf(entry),
  at: entry.at,
  entry,
});

const get = async (key: string): Promise<RecordCopy | null> =>
  Row.safeParse(await translateStorage(() => kvs.entity(RECORD).get(key))).data?.row ?? null;

async function all(keys: readonly string[]): Promise<RecordCopy[]> {
  const rows: RecordCopy[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    const batch = keys.slice(start, start + BATCH).map((key) => ({ key, entityName: RECORD }));
    const { successfulKeys } = await translateStorage(() => kvs.batchGet(batch));
    rows.push(...successfulKeys.map(({ value }) => Row.parse(value).row));
  }
  return rows;
}

/** Docket's copies of register records, one row each. */
export const kvsRecordCopies: RecordCopies = {
  get: (place) => get(keyOf(place)),
  onIssue: (kinds, issueId) => all(kinds.map((kind) => keyOf({ kind, issueId }))),
  async of({ projectId, kind }, issueIds) {
    const rows = await all(issueIds.map((issueId) => keyOf({ kind, issueId })));
    return rows.filter((row) => row.projectId === projectId);
  },
  async between({ projectId, kind }, after, upTo) {
    const rows = await queryAll<unknown>({
      entity: RECORD,
      index: 'by-project-kind',
      partition: [projectId, kind],
      where:
        upTo === null
          ? WhereConditions.greaterThan(positionOf(after ?? ''))
          : WhereConditions.between(positionOf(after ?? ''), positionOf(upTo)),
    });
    return rows.map((row) => Row.parse(row).row).filter(({ issueId }) => issueId !== after);
  },
  async begin(before, next) {
    const key = keyOf(next);
    if (before === null)
      return createOnce(RECORD, key, rowOf(next), {
        mark: next.writer,
        markOf: (other) => Row.safeParse(other).data?.writer,
      });
    const conditions = writtenBy(before.writer);
    return won(
      kvs.transact().set(key, rowOf(next), { entityName: RECORD, conditions }),
      async () => (await get(key))?.writer === next.writer,
    );
  },
  async settle(change, entry, { announced, claim }) {
    const key = keyOf(change);
    const conditions = announced ? { conditions: writtenBy(change.writer) } : {};
    let transaction = kvs
      .transact()
      .set(key, rowOf({ ...change, copy: entry.to, pending: null }), { entityName: RECORD, ...conditions })
      .set(`${keyOf(entry)}:${entry.to.revision}:${entry.at}`, auditRow(entry), { entityName: AUDIT });
    if (claim) {
      const number = settledNumber(claim, change.issueId);
      transaction = transaction.set(number.key, number.row, { entityName: number.entity });
    }
    // Whoever has passed this change meanwhile has settled it.
    await won(transaction, async () => {
      const row = await get(key);
      return row?.writer === change.writer && row.pending === null;
    });
  },
  async withdraw(change, before) {
    const options = { entityName: RECORD, conditions: writtenBy(change.writer) };
    const key = keyOf(change);
    const transaction = kvs.transact();
    await won(
      before === null ? transaction.delete(key, options) : transaction.set(key, rowOf(before), options),
      async () => (await get(key))?.writer === before?.writer,
    );
  },
};

/** The change history of records: rows are only ever added. */
export const kvsAudit: Audit = {
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
