import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Erasure, Erasures } from '../../ports/personal-data';
import { createOnce } from './create-once';
import { translateStorage } from './errors';
import { queryAll } from './query-all';
import { won, writtenBy } from './won';

const ENTITY = 'erasure';

// Docket alone writes these rows.
const Row = z.object({ writer: z.string(), erasure: z.custom<Erasure>() });

const rowOf = (erasure: Erasure) => ({ writer: erasure.writer, erasure });
const writerOf = (stored: unknown): string | undefined => Row.safeParse(stored).data?.writer;
const stored = (id: string): Promise<unknown> => translateStorage(() => kvs.entity(ENTITY).get(id));

/** Erasures of people's data, one row each, for good: without the person they are the proof. */
export const kvsErasures: Erasures = {
  get: async (id) => Row.safeParse(await stored(id)).data?.erasure ?? null,
  async all() {
    const rows = await queryAll<unknown>({ entity: ENTITY, index: 'by-key' });
    return rows
      .map((row) => Row.parse(row).erasure)
      .sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  },
  create: (erasure) =>
    createOnce(ENTITY, erasure.id, rowOf(erasure), { mark: erasure.writer, markOf: writerOf }),
  replace: (before, next) =>
    translateStorage(() =>
      won(
        kvs
          .transact()
          .set(next.id, rowOf(next), { entityName: ENTITY, conditions: writtenBy(before.writer) }),
        async () => writerOf(await stored(next.id)) === next.writer,
      ),
    ),
};
