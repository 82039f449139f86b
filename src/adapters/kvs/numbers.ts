import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Numbers, OpenNumber } from '../../ports/counters';
import type { Claim } from '../../ports/records';
import { getEach } from './batch';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { queryAll } from './query-all';
import { won, writtenBy } from './won';

const NUMBER = 'number';

const Row = z.object({
  projectId: z.string(),
  kind: z.string(),
  number: z.int(),
  state: z.enum(['claimed', 'free', 'settled']),
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  writer: z.string(),
  issueId: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

const keyOf = ({ projectId, kind, number }: Pick<Claim, 'projectId' | 'kind' | 'number'>): string =>
  `${projectId}:${kind}:${number}`;

/** What the index finds unsettled numbers by: there are hardly ever any. */
const OPEN = 'yes';

const stored = (row: Row) => ({
  projectId: row.projectId,
  kind: row.kind,
  number: row.number,
  open: row.state === 'settled' ? 'no' : OPEN,
  writer: row.writer,
  row,
});
const Stored = z.object({ row: Row });

const claimed = ({ projectId, kind, number, id, at, actor, writer }: Claim): Row => ({
  projectId,
  kind,
  number,
  id,
  at,
  actor,
  writer,
  state: 'claimed',
  issueId: null,
});

/** The row of a number that a record has, for the transaction that settles the record. */
export const settledNumber = (claim: Claim, issueId: string) => ({
  entity: NUMBER,
  key: keyOf(claim),
  row: stored({ ...claimed(claim), state: 'settled', issueId }),
});

async function get(key: string): Promise<Row | null> {
  const row = await translateStorage(() => kvs.entity(NUMBER).get(key));
  return row === undefined ? null : Stored.parse(row).row;
}

/** @returns false where somebody else has changed the row since. */
function replace(before: Claim, row: Row): Promise<boolean> {
  const key = keyOf(before);
  const conditions = writtenBy(before.writer);
  return won(
    kvs.transact().set(key, stored(row), { entityName: NUMBER, conditions }),
    async () => (await get(key))?.writer === row.writer,
  );
}

/** Numbers of register records, one row each. */
export const kvsNumbers: Numbers = {
  async open(projectId, kind) {
    const rows = await queryAll<unknown>({
      entity: NUMBER,
      index: 'by-open',
      partition: [projectId, kind, OPEN],
    });
    return rows.flatMap((unread): OpenNumber[] => {
      const { state, issueId: _none, ...row } = Stored.parse(unread).row;
      return state === 'settled' ? [] : [{ ...row, state }];
    });
  },
  async highest(projectId, kind) {
    const [row] = await queryAll<unknown>({
      entity: NUMBER,
      index: 'by-register',
      partition: [projectId, kind],
      newestFirst: true,
      limit: 1,
    });
    return row === undefined ? 0 : Stored.parse(row).row.number;
  },
  claim: (claim) =>
    createOnce(NUMBER, keyOf(claim), stored(claimed(claim)), {
      mark: claim.writer,
      markOf: (other) => Stored.safeParse(other).data?.row.writer,
    }),
  take: (open, claim) => replace(open, claimed(claim)),
  async free(claim) {
    await replace(claim, { ...claimed(claim), state: 'free' });
  },
  async inUse() {
    const rows = await queryAll<unknown>({ entity: NUMBER, index: 'by-number', partition: [1] });
    return rows.map((row) => Stored.parse(row).row).map(({ projectId, kind }) => ({ projectId, kind }));
  },
  async holder(projectId, kind, number) {
    return (await get(keyOf({ projectId, kind, number })))?.issueId ?? null;
  },
  async taken(projectId, kind, numbers) {
    const items = numbers.map((number) => ({ key: keyOf({ projectId, kind, number }), entityName: NUMBER }));
    return [...(await getEach(items)).values()].map((row) => Stored.parse(row).row);
  },
  async settle(open, issueId) {
    await replace(open, { ...claimed(open), state: 'settled', issueId });
  },
};
