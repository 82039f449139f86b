import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { RunRecord, Runs } from '../../ports/schedule';
import { recalled } from '../../words';
import { getEach } from './batch';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { SaidBeside, saidOf } from './kept-text';
import { queryAll } from './query-all';

const ENTITY = 'occurrence';

const Run = z.object({
  occurrence: z.string(),
  job: z.enum(['reminders', 'report', 'registers', 'privacy']),
  projectId: z.string(),
  state: z.enum(['claimed', 'queued', 'done', 'failed', 'missed']),
  at: z.string(),
  tookMs: z.number(),
  calls: z.number(),
  byOperation: z.record(z.string(), z.number()),
  points: z.number(),
  sent: z.number(),
  note: z.string(),
  said: SaidBeside,
  deferred: z
    .object({ reason: z.enum(['time', 'points', 'near-limit', 'platform']), until: z.string() })
    .nullable(),
  leftOut: z.array(
    z.object({
      what: z.enum(['project', 'records']),
      projectId: z.string(),
      why: z.string(),
      said: SaidBeside,
    }),
  ),
});
const Row = z.object({
  run: Run.transform(({ said, note, leftOut, ...run }): RunRecord => ({
    ...run,
    note: recalled(note, said),
    leftOut: leftOut.map(({ said: parts, why, ...rest }) => ({ ...rest, why: recalled(why, parts) })),
  })),
});

/** Long enough for any catch-up window; after that an occurrence cannot come due again. */
const KEEP_DAYS = 30;
const TTL = { ttl: { value: KEEP_DAYS, unit: 'DAYS' as const } };

const rowOf = (run: RunRecord) => ({
  job: run.job,
  at: run.at,
  run: {
    ...run,
    note: String(run.note),
    ...saidOf(run.note),
    leftOut: run.leftOut.map((one) => ({ ...one, why: String(one.why), ...saidOf(one.why) })),
  },
});

/** Claimed occurrences and their run records, one row each. */
export const kvsRuns: Runs = {
  claim: (run) =>
    createOnce(
      ENTITY,
      run.occurrence,
      rowOf(run),
      { mark: run.at, markOf: (stored) => Row.safeParse(stored).data?.run.at },
      KEEP_DAYS,
    ),
  async known(occurrences) {
    const rows = await getEach(occurrences.map((key) => ({ key, entityName: ENTITY })));
    return new Map([...rows].map(([occurrence, row]) => [occurrence, Row.parse(row).run]));
  },
  record: (run) => translateStorage(() => kvs.entity(ENTITY).set(run.occurrence, rowOf(run), TTL)),
  async recent(job, limit) {
    const rows = await queryAll<unknown>({
      entity: ENTITY,
      index: 'by-job',
      partition: [job],
      newestFirst: true,
      limit,
    });
    return rows.map((row) => Row.parse(row).run);
  },
};
