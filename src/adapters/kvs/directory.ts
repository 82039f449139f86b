import { z } from 'zod';
import type { Directory } from '../../ports/directory';
import { shardedRecord } from './shards';

const Known = z.record(
  z.string(),
  z.object({
    accountId: z.string(),
    displayName: z.string(),
    zone: z.string(),
    active: z.boolean(),
    readAt: z.string(),
    movedAt: z.string().optional(),
    missedFrom: z.string().optional(),
  }),
);

/** The people of this site whom the follow-up has met. */
export const kvsDirectory: Directory = shardedRecord('people', Known);
