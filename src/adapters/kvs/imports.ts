import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { ImportedRow, Imports } from '../../ports/imports';
import { getEach } from './batch';
import { createOnce } from './create-once';
import { won, writtenBy } from './won';

const IMPORT = 'import';

const Stored = z.object({
  row: z.object({
    projectId: z.string(),
    kind: z.string(),
    source: z.string(),
    number: z.int(),
    id: z.string(),
    writer: z.string(),
  }),
});

const keyOf = ({ projectId, kind, source }: Pick<ImportedRow, 'projectId' | 'kind' | 'source'>): string =>
  `${projectId}:${kind}:${source}`;

const stored = (row: ImportedRow) => ({ projectId: row.projectId, writer: row.writer, row });
const writerOf = (value: unknown) => Stored.safeParse(value).data?.row.writer;

/** Imported rows, one each. */
export const kvsImports: Imports = {
  async of(projectId, kind, sources) {
    const items = sources.map((source) => ({
      key: keyOf({ projectId, kind, source }),
      entityName: IMPORT,
    }));
    return [...(await getEach(items)).values()].map((value) => Stored.parse(value).row);
  },
  async begin(before, next) {
    const key = keyOf(next);
    if (before === null)
      return createOnce(IMPORT, key, stored(next), { mark: next.writer, markOf: writerOf });
    return won(
      kvs.transact().set(key, stored(next), { entityName: IMPORT, conditions: writtenBy(before.writer) }),
      async () => writerOf(await kvs.entity(IMPORT).get(key)) === next.writer,
    );
  },
};
