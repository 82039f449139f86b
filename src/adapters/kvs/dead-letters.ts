import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { DeadLetter, DeadLetters } from '../../ports/dead-letters';
import { translateStorage } from './errors';
import { queryAll } from './query-all';
import { won, writtenBy } from './won';

const ENTITY = 'dead-letter';

/** Nobody looks for longer than this; it also bounds what is kept. */
const TTL = { ttl: { value: 90, unit: 'DAYS' as const } };
const MOST = 1_000;

// Docket alone writes these rows.
const Row = z.object({ writer: z.string(), letter: z.custom<DeadLetter>() });

const rowOf = (letter: DeadLetter) => ({ writer: letter.writer, letter });

/** Work that was given up, one row each. */
export const kvsDeadLetters: DeadLetters = {
  bury: (letter) => translateStorage(() => kvs.entity(ENTITY).set(letter.work, rowOf(letter), TTL)),
  forget: (work) => translateStorage(() => kvs.entity(ENTITY).delete(work)),
  async all() {
    const rows = await queryAll<unknown>({ entity: ENTITY, index: 'by-key', limit: MOST });
    return rows.map((row) => Row.parse(row).letter);
  },
  replace: (before, next) =>
    translateStorage(() =>
      won(
        kvs
          .transact()
          .set(next.work, rowOf(next), { entityName: ENTITY, conditions: writtenBy(before.writer) }, TTL),
        async () => {
          const stored = await translateStorage(() => kvs.entity(ENTITY).get(next.work));
          return Row.safeParse(stored).data?.writer === next.writer;
        },
      ),
    ),
};
