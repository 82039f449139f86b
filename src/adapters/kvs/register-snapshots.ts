import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { PackedMarks, packMarks, type RegisterSnapshot, unpackMarks } from '../../domain/registers';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import { getEach, setEach } from './batch';
import { translateStorage } from './errors';
import { queryAll } from './query-all';

const ENTITY = 'register-snapshot';

/** Figures stay for good; single records are compared with the last weeks only. */
const MARK_DAYS = 100;

// Docket alone writes these rows.
const Row = z.object({ parts: z.number(), snapshot: z.custom<RegisterSnapshot>() });

type Which = Pick<RegisterSnapshot, 'kind' | 'week'>;

const keyOf = (projectId: string, { kind, week }: Which): string => `${projectId}:${kind}:${week}`;
const markKey = (projectId: string, which: Which, part: number): string =>
  `register-marks:${keyOf(projectId, which)}:${part}`;

/** One row a register and week, and its records in as many values as they need. */
export const kvsRegisterSnapshots: RegisterSnapshots = {
  async recent(projectId, kind, limit) {
    const rows = await queryAll<unknown>({
      entity: ENTITY,
      index: 'by-register',
      partition: [projectId, kind],
      newestFirst: true,
      limit,
    });
    return rows.map((row) => Row.parse(row).snapshot);
  },
  async marks(projectId, which) {
    const row = Row.safeParse(
      await translateStorage(() => kvs.entity(ENTITY).get(keyOf(projectId, which))),
    ).data;
    if (!row) return null;
    const keys = Array.from({ length: row.parts }, (_, part) => ({ key: markKey(projectId, which, part) }));
    const parts = [...(await getEach(keys)).values()].map((value) => PackedMarks.parse(value));
    return parts.length === row.parts ? unpackMarks(parts) : null;
  },
  async save(projectId, snapshot, marks) {
    const parts = packMarks(marks);
    // The records first: a row stands for a snapshot that is whole.
    await setEach(
      parts.map((value, part) => ({ key: markKey(projectId, snapshot, part), value, ttlDays: MARK_DAYS })),
    );
    const { kind, week } = snapshot;
    const row = { projectId, kind, week, parts: parts.length, snapshot };
    await translateStorage(() => kvs.entity(ENTITY).set(keyOf(projectId, snapshot), row));
  },
};
