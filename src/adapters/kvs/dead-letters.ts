import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { DeadLetter, DeadLetters } from '../../ports/dead-letters';
import { recalled } from '../../words';
import { translateStorage } from './errors';
import { SaidBeside, saidOf } from './kept-text';
import { queryAll } from './query-all';
import { won, writtenBy } from './won';

const ENTITY = 'dead-letter';

/** Nobody looks for longer than this; it also bounds what is kept. */
const TTL = { ttl: { value: 90, unit: 'DAYS' as const } };
const MOST = 1_000;

// Docket alone writes these rows.
const Row = z.object({
  writer: z.string(),
  letter: z.custom<Omit<DeadLetter, 'cause'> & { readonly cause: string; readonly said?: unknown }>(),
});

const rowOf = (letter: DeadLetter) => ({
  writer: letter.writer,
  letter: { ...letter, cause: String(letter.cause), ...saidOf(letter.cause) },
});

function letterOf(row: unknown): DeadLetter {
  const { said, cause, ...letter } = Row.parse(row).letter;
  return { ...letter, cause: recalled(cause, SaidBeside.parse(said)) };
}

/** Work that was given up, one row each. */
export const kvsDeadLetters: DeadLetters = {
  bury: (letter) => translateStorage(() => kvs.entity(ENTITY).set(letter.work, rowOf(letter), TTL)),
  forget: (work) => translateStorage(() => kvs.entity(ENTITY).delete(work)),
  async all() {
    const rows = await queryAll<unknown>({ entity: ENTITY, index: 'by-key', limit: MOST });
    return rows.map(letterOf);
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
