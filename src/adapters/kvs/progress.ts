import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Checkpoint, Progress } from '../../ports/progress';
import { getEach } from './batch';
import { translateStorage } from './errors';

const CHECKPOINT = 'checkpoint';
/** The hours of a day share a value, so that a week is one reading. */
const pointsKey = (day: string): string => `points:${day}`;
const dayOf = (hour: string): string => hour.slice(0, 10);
const Points = z.record(z.string(), z.number());
/** A week is shown. */
const KEEP = { ttl: { value: 9, unit: 'DAYS' as const } };

const pointsOfDay = async (day: string): Promise<Readonly<Record<string, number>>> =>
  Points.safeParse(await translateStorage(() => kvs.get(pointsKey(day)))).data ?? {};

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
    return (await pointsOfDay(dayOf(hour)))[hour] ?? 0;
  },
  async addPoints(hour, points) {
    const day = dayOf(hour);
    const before = await pointsOfDay(day);
    await translateStorage(() =>
      kvs.set(pointsKey(day), { ...before, [hour]: (before[hour] ?? 0) + points }, KEEP),
    );
  },
  async pointsOn(days) {
    const stored = await getEach(days.map((day) => ({ key: pointsKey(day) })));
    return Object.assign(
      {},
      ...[...stored.values()].map((value) => Points.safeParse(value).data ?? {}),
    ) as Record<string, number>;
  },
};
