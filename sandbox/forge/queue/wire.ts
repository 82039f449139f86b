import type { z } from 'zod';
import { WindowCounter } from '../kvs/rate';
import { BACKGROUND_LIMIT_SECONDS } from '../limits';
import type { ForgeFunction } from '../manifest';
import type { Scope } from '../scope';
import type { Broker } from './broker';
import * as limits from './constants';
import { JobBody, PublishBody, type PushEvent } from './schemas';

/** From whom and when a queue request comes. */
export interface QueueCaller {
  readonly scope: Scope;
  /** The instant that rate limits count it at. */
  readonly pacedAt: number;
}

/** The queue's part of the platform: statuses and bodies as `@forge/events` reads them (out/validators.js). */
export class QueueService {
  readonly #perMinute = new WindowCounter(60_000, limits.MAX_EVENTS_PER_MINUTE);

  constructor(
    private readonly broker: Broker,
    private readonly functions: ReadonlyMap<string, ForgeFunction>,
  ) {}

  serve(action: string, text: string, caller: QueueCaller): Response {
    if (action === 'publish') return this.#publish(text, caller);
    const job = parse(JobBody, text);
    if (job instanceof Response) return job;
    if (action === 'stats') {
      const stats = this.broker.stats(job.queueName, job.jobId);
      return stats ? Response.json(stats) : noSuchJob();
    }
    return this.broker.cancel(job.queueName, job.jobId) ? new Response(null, { status: 204 }) : noSuchJob();
  }

  #publish(text: string, { scope, pacedAt }: QueueCaller): Response {
    const push = parse(PublishBody, text);
    if (push instanceof Response) return push;
    const { payload } = push;
    if (payload.length > limits.MAX_EVENTS_PER_PUSH)
      return badRequest(
        `${payload.length} events in a push, at most ${limits.MAX_EVENTS_PER_PUSH} are taken`,
      );
    const bytes = bytesOf(payload);
    if (bytes > limits.PUSH_MAX_BYTES)
      return Response.json(
        { errorMessage: `The push has ${bytes} bytes, at most ${limits.PUSH_MAX_BYTES} are taken` },
        { status: 413 },
      );
    const consumer = this.broker.consumerOf(push.queueName);
    if (!consumer) return badRequest(`The manifest has no consumer of the queue ${push.queueName}`);
    const { lineage } = scope.options;
    if (lineage.pushes >= limits.MAX_CYCLIC_PUSHES)
      return Response.json({ message: 'The limit on cyclic invocation has been reached' }, { status: 405 });
    if (!this.#perMinute.take(pacedAt, payload.length))
      return Response.json(
        { message: `More than ${limits.MAX_EVENTS_PER_MINUTE} events in a minute` },
        { status: 429 },
      );
    lineage.pushes += 1;
    const seconds = this.functions.get(consumer.functionKey)?.timeoutSeconds ?? BACKGROUND_LIMIT_SECONDS;
    const maxBytes = seconds > BACKGROUND_LIMIT_SECONDS ? limits.LONG_RUNNING_EVENT_MAX_BYTES : Infinity;
    const isTaken = (event: PushEvent): boolean => bytesOf(event) <= maxBytes;
    this.broker.accept(consumer, push.jobId, payload.filter(isTaken), { instant: scope.now(), lineage });
    const failedEvents = payload.flatMap((event, index) =>
      isTaken(event)
        ? []
        : [{ index: String(index), errorMessage: `The event has more than ${maxBytes} bytes` }],
    );
    return failedEvents.length > 0
      ? Response.json({ failedEvents }, { status: 202 })
      : Response.json({ jobId: push.jobId }, { status: 201 });
  }
}

function parse<T>(schema: z.ZodType<T>, text: string): T | Response {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return badRequest('The request body is not JSON');
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : badRequest(parsed.error.message);
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const badRequest = (message: string): Response => Response.json({ message }, { status: 400 });

const noSuchJob = (): Response => Response.json({ message: 'There is no such job' }, { status: 404 });
