import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { readAskedId } from '../../domain/commitments';
import type { Ledger, LedgerEntry } from '../../ports/ledger';
import { recalled } from '../../words';
import { deleteEach, getEach, setEach } from './batch';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { SaidBeside, saidOf } from './kept-text';
import { storageKey } from './keys';
import { queryAll, queryPage } from './query-all';

const ENTITY = 'ledger';

const Entry = z.object({
  key: z.string(),
  state: z.enum(['claimed', 'sent', 'withdrawn', 'withheld']),
  projectId: z.string(),
  commitmentId: z.string(),
  target: z.object({ kind: z.enum(['issue', 'page']), id: z.string() }),
  item: z.string(),
  recipient: z.string(),
  stage: z.string(),
  dueDate: z.string(),
  why: z.string(),
  /** What the reason was said with: it is kept in English, and read in other languages as well. */
  said: SaidBeside,
  local: z.string(),
  decidedAt: z.string(),
  claimedAt: z.string(),
  settledAt: z.string().nullable(),
  commentId: z.string().nullable(),
  askedBy: z.string().nullable().default(null),
  itemUpdatedAt: z.string().nullable().default(null),
  claim: z.string(),
});
const Row = z.object({
  entry: Entry.transform(({ said, why, ...entry }): LedgerEntry => ({
    ...entry,
    why: recalled(why, said),
  })),
});

interface LedgerRow {
  readonly projectId: string;
  readonly commitment: string;
  readonly state: string;
  /** The claim's instant, also the order of the lists. */
  readonly at: string;
  readonly entry: z.input<typeof Entry>;
}

/** What the records on an issue ask is listed with the issue. */
function listedWith(commitmentId: string): string {
  const target = readAskedId(commitmentId)?.target;
  return target?.kind === 'issue' ? `jira:${target.id}` : commitmentId;
}

const rowOf = (entry: LedgerEntry): LedgerRow => ({
  projectId: entry.projectId,
  commitment: listedWith(entry.commitmentId),
  state: entry.state,
  at: entry.claimedAt,
  entry: { ...entry, why: String(entry.why), ...saidOf(entry.why) },
});

const keyOf = (key: string) => ({ key: storageKey(key), entityName: ENTITY });

const entriesOf = (rows: readonly unknown[]): LedgerEntry[] => rows.map((row) => Row.parse(row).entry);

async function entriesWith(keys: readonly string[]): Promise<LedgerEntry[]> {
  const rows = await getEach(keys.map(keyOf));
  return entriesOf([...rows.values()]);
}

/** The ledger in Forge's storage, one row a message. */
export const kvsLedger: Ledger = {
  claim: (entry) =>
    createOnce(ENTITY, storageKey(entry.key), rowOf(entry), {
      mark: entry.claim,
      markOf: (stored) => Row.safeParse(stored).data?.entry.claim,
    }),

  async takeOver(entry, mine) {
    const asItWas = new Filter<LedgerRow>()
      .and('state', FilterConditions.equalTo('claimed'))
      .and('at', FilterConditions.equalTo(entry.claimedAt));
    const key = storageKey(entry.key);
    try {
      await kvs.transact().set(key, rowOf(mine), { entityName: ENTITY, conditions: asItWas }).execute();
      return true;
    } catch {
      const stored = Row.safeParse(await translateStorage(() => kvs.entity(ENTITY).get(key)));
      // Refused, or carried out and the answer lost: the row tells which. Its instant alone would not, since another
      // run may take over in the same millisecond.
      return stored.data?.entry.claim === mine.claim;
    }
  },

  record: (entries) => setEach(entries.map((entry) => ({ ...keyOf(entry.key), value: rowOf(entry) }))),

  release: (keys) => deleteEach(keys.map(keyOf)),

  async expired(before) {
    const where = WhereConditions.lessThan(before.toISOString());
    return entriesOf(await queryAll({ entity: ENTITY, index: 'by-state', partition: ['claimed'], where }));
  },

  async known(keys) {
    return new Set((await entriesWith(keys)).map(({ key }) => key));
  },

  get: entriesWith,

  async ofProject(projectId, limit) {
    return entriesOf(
      await queryAll({
        entity: ENTITY,
        index: 'by-project',
        partition: [projectId],
        newestFirst: true,
        limit,
      }),
    );
  },

  async pageOfProject(projectId, limit, cursor) {
    const query = { entity: ENTITY, index: 'by-project', partition: [projectId], newestFirst: true, limit };
    const { rows, next } = await queryPage(query, cursor ?? undefined);
    return { entries: entriesOf(rows), next: next ?? null };
  },

  async ofCommitment(commitmentId, limit) {
    return entriesOf(
      await queryAll({
        entity: ENTITY,
        index: 'by-commitment',
        partition: [commitmentId],
        newestFirst: true,
        limit,
      }),
    );
  },
};
