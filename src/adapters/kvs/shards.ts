import type { z } from 'zod';
import { getEach, setEach } from './batch';

/** A value holds 240 KiB: ids are spread over so many that a large site fits. */
const SHARDS = 16;

/** A stable spread of ids; nothing depends on which shard an id falls into. */
function shardOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % SHARDS;
}

/** A record by id (of people, of projects), kept in parts that are read at once and written at once; a part that does not parse reads as empty. */
export function shardedRecord<T extends object>(prefix: string, schema: z.ZodType<Record<string, T>>) {
  const keyOf = (shard: number): string => `${prefix}:${shard}`;
  return {
    async read(): Promise<Record<string, T>> {
      const stored = await getEach(Array.from({ length: SHARDS }, (_, shard) => ({ key: keyOf(shard) })));
      return Object.assign(
        {},
        ...[...stored.values()].map((value) => schema.safeParse(value).data ?? {}),
      ) as Record<string, T>;
    },
    async write(record: Readonly<Record<string, T>>): Promise<void> {
      const shards = Array.from({ length: SHARDS }, (): Record<string, T> => ({}));
      for (const [id, value] of Object.entries(record)) (shards[shardOf(id)] ?? {})[id] = value;
      await setEach(shards.map((value, shard) => ({ key: keyOf(shard), value })));
    },
  };
}
