import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Checkpoint, Progress } from '../../ports/progress';
import { translateStorage } from './errors';

const CHECKPOINT = 'checkpoint';
const pointsKey = (hour: string): string => `points:${hour.replace('T', '-')}`;
/** Past hours are of no use after a day. */
const KEEP = { ttl: { value: 1, unit: 'DAYS' as const } };

const dates = z.array(z.string());
const Clause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owners'), dates, among: dates }),
  z.object({ kind: z.literal('unowned'), dates }),
  z.object({ kind: z.literal('strangers'), dates, notAmong: dates }),
  z.object({ kind: z.literal('recent'), dates, createdFrom: z.coerce.date() }),
  z.object({ kind: z.literal('chain'), dates }),
  z.object({ kind: z.literal('items'), ids: dates }),
]);
const Query = z.array(z.object({ projectIds: dates, actionQuery: z.string().nullable(), clause: Clause }));
const Shape: z.ZodType<Checkpoint> = z.object({
  decidedAt: z.string(),
  query: Query,
  next: z.string().nullable(),
  held: Query,
  projectIds: dates,
});

/** What runs leave for each other. Dates travel as text, as JSON keeps them. */
export const kvsProgress: Progress = {
  async checkpoint() {
    return Shape.safeParse(await translateStorage(() => kvs.get(CHECKPOINT))).data ?? null;
  },
  saveCheckpoint: (checkpoint) =>
    checkpoint === null
      ? translateStorage(() => kvs.delete(CHECKPOINT))
      : translateStorage(() => kvs.set(CHECKPOINT, JSON.parse(JSON.stringify(checkpoint)) as object)),
  async pointsUsed(hour) {
    return z.number().safeParse(await translateStorage(() => kvs.get(pointsKey(hour)))).data ?? 0;
  },
  async addPoints(hour, points) {
    const before = z.number().safeParse(await translateStorage(() => kvs.get(pointsKey(hour)))).data ?? 0;
    await translateStorage(() => kvs.set(pointsKey(hour), before + points, KEEP));
  },
};
