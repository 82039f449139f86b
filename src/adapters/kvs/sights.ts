import { z } from 'zod';
import type { SightMemory } from '../../ports/visibility';
import { shardedRecord } from './shards';

const Sights = z.record(
  z.string(),
  z.object({ projects: z.record(z.string(), z.boolean()), readAt: z.string() }),
);

/** Which projects people could see when Jira was last asked. */
export const kvsSights: SightMemory = shardedRecord('sight', Sights);
