import type { SandboxClock } from '../../clock';
import type { DeadLetter } from '../dead-letters';
import { createUuids } from '../ids';
import type { Invoker } from '../invocation';
import type { Consumer } from '../manifest';
import { type Attempt, decideRetry, retryContext } from '../retry';
import type { Lineage } from '../scope';
import type { PushEvent } from './schemas';
import { createSlots } from './slots';

type EventState = 'inProgress' | 'success' | 'failed';

interface Job {
  readonly queue: string;
  readonly events: Map<string, EventState>;
  cancelled: boolean;
}

interface QueuedEvent {
  readonly consumer: Consumer;
  readonly job: Job;
  readonly jobId: string;
  readonly eventId: string;
  readonly event: PushEvent;
  readonly lineage: Lineage;
}

export interface BrokerParts {
  readonly clock: SandboxClock;
  readonly invoker: Invoker;
  readonly consumers: readonly Consumer[];
  readonly deliveries: number;
  readonly bury: (letter: DeadLetter) => void;
}

/** Keeps events until they are due, delivers each at least once, and brings failed ones back. */
export class Broker {
  readonly #jobs = new Map<string, Job>();
  readonly #slots = createSlots();
  readonly #nextEventId = createUuids(0xe7e);

  constructor(private readonly parts: BrokerParts) {}

  consumerOf(queue: string): Consumer | undefined {
    return this.parts.consumers.find((consumer) => consumer.queue === queue);
  }

  /** Accepts events pushed at `instant`. They run when the clock gets there, never before the push has returned. */
  accept(
    consumer: Consumer,
    jobId: string,
    events: readonly PushEvent[],
    { instant, lineage }: { readonly instant: number; readonly lineage: Lineage },
  ): void {
    const job = this.#jobs.get(jobId) ?? { queue: consumer.queue, events: new Map(), cancelled: false };
    this.#jobs.set(jobId, job);
    for (const event of events) {
      const queued = { consumer, job, jobId, eventId: this.#nextEventId(), event, lineage };
      job.events.set(queued.eventId, 'inProgress');
      const firstAt = instant + (event.delayInSeconds ?? 0) * 1000;
      this.#schedule(firstAt, queued, firstAt, this.parts.deliveries);
    }
  }

  /** Counts of a job's events, or nothing where there is no such job in the queue. */
  stats(queue: string, jobId: string): Record<EventState, number> | undefined {
    const job = this.#jobs.get(jobId);
    if (job?.queue !== queue) return undefined;
    const counts = { success: 0, inProgress: 0, failed: 0 };
    for (const state of job.events.values()) counts[state] += 1;
    return counts;
  }

  /** How many accepted events have not been dealt with, by queue; queues without any are left out. */
  waiting(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { queue, events, cancelled } of this.#jobs.values()) {
      const left = cancelled ? 0 : [...events.values()].filter((state) => state === 'inProgress').length;
      if (left > 0) counts[queue] = (counts[queue] ?? 0) + left;
    }
    return counts;
  }

  /** Drops what has not been delivered yet; false where there is no such job in the queue. */
  cancel(queue: string, jobId: string): boolean {
    const job = this.#jobs.get(jobId);
    if (job?.queue !== queue) return false;
    job.cancelled = true;
    return true;
  }

  #schedule(at: number, queued: QueuedEvent, firstAt: number, copies: number): void {
    this.parts.clock.schedule(at, async () => {
      // Copies overlap: that is how a doubled delivery does its harm.
      await Promise.all(Array.from({ length: copies }, () => this.#deliver(queued, { number: 0, firstAt })));
    });
  }

  async #deliver(
    queued: QueuedEvent,
    { number, firstAt }: { readonly number: number; readonly firstAt: number },
    context?: Record<string, unknown>,
  ): Promise<void> {
    const { consumer, job, jobId, eventId, event, lineage } = queued;
    if (job.cancelled) return;
    const result = await this.#slots.run(event.concurrency, () =>
      this.parts.invoker.run({
        moduleType: 'consumer',
        moduleKey: consumer.key,
        functionKey: consumer.functionKey,
        accountId: null,
        payload: { ...event, queueName: consumer.queue, jobId, eventId, retryContext: context },
        lineage,
      }),
    );
    const endedAt = this.parts.clock.now() + result.record.elapsedMs;
    const attempt: Attempt = { number, firstAt, endedAt, retriesErrors: true };
    const verdict = decideRetry(result, attempt);
    if (verdict.do === 'finish') job.events.set(eventId, 'success');
    if (verdict.do === 'give-up') {
      job.events.set(eventId, 'failed');
      this.parts.bury({ queue: consumer.queue, body: event.body, why: verdict.why });
    }
    if (verdict.do === 'retry') {
      const next = retryContext(verdict, attempt);
      this.parts.clock.schedule(verdict.at, () =>
        this.#deliver(queued, { number: number + 1, firstAt }, next),
      );
    }
  }
}
