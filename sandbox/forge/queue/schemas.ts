import { z } from 'zod';
import { MAX_DELAY_SECONDS } from './constants';

/** The wire of the queue, as `@forge/events` 3.0.8 speaks it (out/types.d.ts). */
const Concurrency = z.strictObject({ key: z.string().min(1), limit: z.number().int().positive() });
export type Concurrency = z.output<typeof Concurrency>;

const PushEvent = z.strictObject({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(MAX_DELAY_SECONDS).optional(),
  concurrency: Concurrency.optional(),
});
export type PushEvent = z.output<typeof PushEvent>;

export const PublishBody = z.strictObject({
  queueName: z.string(),
  jobId: z.uuid(),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z.array(PushEvent).min(1),
  time: z.iso.datetime(),
});

export const JobBody = z.strictObject({ queueName: z.string(), jobId: z.string(), time: z.iso.datetime() });
