import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { MarksShape, Snapshot } from '../../domain/status';
import type { StatusMemories, StatusMemory } from '../../ports/status-memory';
import { translateStorage } from './errors';

const Memory = z.object({
  page: z
    .object({
      week: z.string(),
      id: z.string().nullable(),
      title: z.string(),
      url: z.string().nullable(),
      version: z.number(),
      marks: MarksShape,
    })
    .nullable(),
  snapshots: z.array(Snapshot),
});

const keyOf = (projectId: string): string => `status:${projectId}`;

/** What the weekly status remembers, one value a project. */
export const kvsStatusMemories: StatusMemories = {
  async read(projectId): Promise<StatusMemory> {
    const stored = await translateStorage(() => kvs.get(keyOf(projectId)));
    return Memory.safeParse(stored).data ?? { page: null, snapshots: [] };
  },
  write: (projectId, memory) => translateStorage(() => kvs.set(keyOf(projectId), memory)),
};
