import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Baseline } from '../../domain/plan';
import type { PlanChange, Plans, StoredPlan } from '../../ports/plans';
import { translateStorage } from './errors';
import { queryAll } from './query-all';

const ENTITY = 'plan';
const AUDIT = 'audit';

interface Row<T> {
  readonly projectId: string;
  readonly kind: 'plan' | 'baseline';
  readonly number: number;
  readonly writer: string;
  readonly value: T;
}

// Docket alone writes these rows; their values were checked when they were made.
const rowOf = <T>() => z.object({ number: z.number(), writer: z.string(), value: z.custom<T>() });
const PlanRow = rowOf<StoredPlan>();
const BaselineRow = rowOf<Baseline>();
const AnyRow = rowOf<unknown>();

const baselineKey = (projectId: string, number: number): string => `${projectId}:baseline:${number}`;

const newest = async (projectId: string, limit?: number): Promise<Baseline[]> => {
  const rows = await queryAll<unknown>({
    entity: ENTITY,
    index: 'by-project-kind',
    partition: [projectId, 'baseline'],
    newestFirst: true,
    ...(limit === undefined ? {} : { limit }),
  });
  return rows.map((row) => BaselineRow.parse(row).value);
};

const auditRow = (change: PlanChange) => {
  const record = `plan:${change.projectId}`;
  const { projectId, at, action, revision } = change;
  return {
    key: `${record}:${action}:${revision}:${at}`,
    row: { projectId, record, at, entry: { kind: 'plan', ...change } },
  };
};

/**
 * Writes a row and its entry in the change log, both or neither, if the row still has the number `from` (0: there is
 * none). Where an error leaves open whether that happened, the row itself says: it carries its writer's mark.
 */
async function put<T>(key: string, row: Row<T>, from: number, change: PlanChange): Promise<boolean> {
  const as = from === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(from);
  const audit = auditRow(change);
  try {
    await kvs
      .transact()
      .set(key, row, { entityName: ENTITY, conditions: new Filter<Row<T>>().and('number', as) })
      .set(audit.key, audit.row, { entityName: AUDIT })
      .execute();
    return true;
  } catch (error) {
    const stored = AnyRow.safeParse(await translateStorage(() => kvs.entity(ENTITY).get(key))).data;
    if (stored?.writer === row.writer) return true;
    if ((stored?.number ?? 0) === from) await translateStorage(() => Promise.reject(error));
    return false;
  }
}

/** Plans and baselines, one row each; their changes go to the audit that records have. */
export const kvsPlans: Plans = {
  async read(projectId) {
    const row = await translateStorage(() => kvs.entity(ENTITY).get(projectId));
    return row === undefined ? null : PlanRow.parse(row).value;
  },

  advance(next, change, writer) {
    const { projectId, revision } = next;
    const row: Row<StoredPlan> = { projectId, kind: 'plan', number: revision, writer, value: next };
    return put(projectId, row, revision - 1, change);
  },

  baselines: (projectId) => newest(projectId),

  async activeBaseline(projectId) {
    const [active] = await newest(projectId, 1);
    return active ?? null;
  },

  addBaseline(baseline, change, writer) {
    const { projectId } = change;
    const { number } = baseline;
    const row: Row<Baseline> = { projectId, kind: 'baseline', number, writer, value: baseline };
    return put(baselineKey(projectId, number), row, 0, change);
  },
};
