import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { ReportRow, Reports } from '../../ports/reports';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { queryAll } from './query-all';
import { won } from './won';

const ENTITY = 'report';

interface Stored {
  readonly projectId: string;
  readonly start: string;
  readonly version: number;
  readonly writer: string;
  readonly row: ReportRow;
}

// Docket alone writes these rows.
const Row = z.object({ version: z.number(), writer: z.string(), row: z.custom<ReportRow>() });

const keyOf = (projectId: string, label: string): string => `${projectId} ${label}`;
const writerOf = (stored: unknown): string | undefined => Row.safeParse(stored).data?.writer;

/** Reports, one row each: what was asked, answered, decided and published. */
export const kvsReports: Reports = {
  async read(projectId, label) {
    const stored = await translateStorage(() => kvs.entity(ENTITY).get(keyOf(projectId, label)));
    return stored === undefined ? null : Row.parse(stored).row;
  },

  async newest(projectId, limit, before) {
    const rows = await queryAll<unknown>({
      entity: ENTITY,
      index: 'by-project',
      partition: [projectId],
      newestFirst: true,
      limit,
      ...(before === undefined ? {} : { where: WhereConditions.lessThan(before) }),
    });
    return rows.map((stored) => Row.parse(stored).row);
  },

  async save(row, writer) {
    const { projectId, period } = row.report;
    const version = row.version + 1;
    const next: ReportRow = { ...row, version };
    const stored: Stored = { projectId, start: period.start, version, writer, row: next };
    const key = keyOf(projectId, period.label);
    const conditions = new Filter<Stored>().and('version', FilterConditions.equalTo(row.version));
    const isSaved =
      row.version === 0
        ? await createOnce(ENTITY, key, stored, { mark: writer, markOf: writerOf })
        : await won(
            kvs.transact().set(key, stored, { entityName: ENTITY, conditions }),
            async () => writerOf(await translateStorage(() => kvs.entity(ENTITY).get(key))) === writer,
          );
    return isSaved ? next : null;
  },
};
