import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Directory, KnownPerson } from '../../ports/directory';
import { translateStorage } from './errors';

const Known = z.record(
  z.string(),
  z.object({
    accountId: z.string(),
    displayName: z.string(),
    zone: z.string(),
    active: z.boolean(),
    readAt: z.string(),
  }),
);

/** A value holds 240 KiB: people are spread over so many that a large site fits. */
const SHARDS = 16;
const keyOf = (shard: number): string => `people:${shard}`;

/** A stable spread of account ids; nothing depends on which shard an id falls into. */
function shardOf(accountId: string): number {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % SHARDS;
}

/** The people of this site whom the follow-up has met. */
export const kvsDirectory: Directory = {
  async read() {
    const { successfulKeys } = await translateStorage(() =>
      kvs.batchGet(Array.from({ length: SHARDS }, (_, shard) => ({ key: keyOf(shard) }))),
    );
    const shards = successfulKeys.map(({ value }) => Known.safeParse(value).data ?? {});
    return Object.assign({}, ...shards) as Record<string, KnownPerson>;
  },
  async write(people) {
    const shards = Array.from({ length: SHARDS }, (): Record<string, KnownPerson> => ({}));
    for (const [id, person] of Object.entries(people)) (shards[shardOf(id)] ?? {})[id] = person;
    const items = shards.map((value, shard) => ({ key: keyOf(shard), value }));
    await translateStorage(() => kvs.batchSet(items));
  },
};
