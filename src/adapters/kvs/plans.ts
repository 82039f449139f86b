import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Baseline } from '../../domain/plan';
import type { Plans, StoredPlan } from '../../ports/plans';
import { createOnce } from './create-once';
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

const baselineKey = (projectId: string, number: number): string => `${projectId}:baseline:${number}`;
const writerOf = (row: unknown): string | undefined => PlanRow.safeParse(row).data?.writer;

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

/** Plans and baselines, one row each; their changes go to the audit that records have. */
export const kvsPlans: Plans = {
  async read(projectId) {
    const row = await translateStorage(() => kvs.entity(ENTITY).get(projectId));
    return row === undefined ? null : PlanRow.parse(row).value;
  },

  async advance(next, writer) {
    const { projectId, revision } = next;
    const row: Row<StoredPlan> = { projectId, kind: 'plan', number: revision, writer, value: next };
    if (revision === 1) return createOnce(ENTITY, projectId, row, { mark: writer, markOf: writerOf });
    const unchanged = new Filter<Row<StoredPlan>>().and('number', FilterConditions.equalTo(revision - 1));
    try {
      await kvs.transact().set(projectId, row, { entityName: ENTITY, conditions: unchanged }).execute();
      return true;
    } catch (error) {
      if (!(error instanceof ForgeKvsAPIError)) throw error;
      // Whether it was written after all, the row itself says: it carries its writer's mark.
      const stored = await translateStorage(() => kvs.entity(ENTITY).get(projectId));
      if (writerOf(stored) === writer) return true;
      if (PlanRow.parse(stored).number === revision - 1) await translateStorage(() => Promise.reject(error));
      return false;
    }
  },

  baselines: (projectId) => newest(projectId),

  async activeBaseline(projectId) {
    const [active] = await newest(projectId, 1);
    return active ?? null;
  },

  addBaseline(projectId, baseline, writer) {
    const { number } = baseline;
    const row: Row<Baseline> = { projectId, kind: 'baseline', number, writer, value: baseline };
    return createOnce(ENTITY, baselineKey(projectId, number), row, { mark: writer, markOf: writerOf });
  },

  async remember(change) {
    const { projectId, at, action, revision } = change;
    const record = `plan:${projectId}`;
    const row = { projectId, record, at, entry: { kind: 'plan', ...change } };
    await translateStorage(() => kvs.entity(AUDIT).set(`${record}:${action}:${revision}:${at}`, row));
  },
};
