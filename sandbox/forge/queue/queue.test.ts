import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import type { AppModule } from '../types';
import { createKit, HOUR, type Kit, MINUTE, START } from '../testing/kit';

type Handler = (event: Record<string, unknown>, context: Record<string, unknown>) => unknown;

interface Seen {
  readonly at: number;
  readonly event: Record<string, unknown>;
}

/** A kit whose consumer notes what it gets, before it does what the test wants. */
async function createQueueKit(
  handler: Handler = () => undefined,
  options: Parameters<typeof createKit>[0] = {},
) {
  const seen: Seen[] = [];
  const consume: Handler = (event, context) => {
    seen.push({ at: Date.now() - START, event });
    return handler(event, context);
  };
  const app: AppModule = { consume, consumeLong: consume };
  return { seen, ...(await createKit({ ...options, app })) };
}

const queue = (key = 'short'): Queue => new Queue({ key });
const times = (seen: readonly Seen[]): number[] => seen.map(({ at }) => at);
const settleDay = (kit: Kit): Promise<void> => kit.clock.advance(24 * HOUR);

describe('queues through @forge/events', () => {
  it('deliver after the push has returned, when the clock gets there', async () => {
    const kit = await createQueueKit();
    const { jobId } = await kit.run(async () => {
      const pushed = await queue().push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 90 }]);
      expect(kit.seen).toEqual([]);
      return pushed;
    });
    await kit.host.drain();
    expect(kit.seen).toEqual([
      { at: 0, event: { body: { n: 1 }, queueName: 'short', jobId, eventId: expect.any(String) } },
    ]);
    await kit.clock.advance(89_999);
    expect(kit.seen).toHaveLength(1);
    await kit.clock.advance(1);
    expect(kit.seen[1]).toMatchObject({ at: 90_000, event: { body: { n: 2 }, delayInSeconds: 90 } });
  });

  it('deliver more than once, overlapping, where they are told to', async () => {
    let winners = 0;
    const claim = async () => {
      await kvs.set('claim', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
      winners += 1;
    };
    const kit = await createQueueKit(() => claim().catch(() => undefined), { deliveries: 3 });
    await kit.run(() => queue().push({ body: {} }));
    await kit.host.drain();
    expect(kit.seen).toHaveLength(3);
    expect(new Set(kit.seen.map(({ event }) => event['eventId'])).size).toBe(1);
    expect(winners).toBe(1);
  });

  it('bring an event back with growing pauses where the function throws, and give up in the end', async () => {
    const kit = await createQueueKit(() => {
      throw new Error('no luck');
    });
    await kit.run(() => queue().push({ body: { n: 1 } }));
    await settleDay(kit);
    expect(times(kit.seen)).toEqual([0, 30_000, 90_000, 210_000, 450_000]);
    expect(kit.seen[1]?.event['retryContext']).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
      retentionWindow: { startTime: new Date(START).toISOString(), remainingTimeMs: 24 * HOUR - 30_000 },
    });
    expect(kit.host.deadLetters).toEqual([
      { queue: 'short', body: { n: 1 }, why: 'Error: no luck (tried 5 times)' },
    ]);
  });

  it('come back when the function asks for it, with the data it gives', async () => {
    const kit = await createQueueKit(({ retryContext }) =>
      retryContext
        ? undefined
        : new InvocationError({
            retryAfter: 120,
            retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
            retryData: { page: 3 },
          }),
    );
    await kit.run(() => queue().push({ body: {} }));
    await settleDay(kit);
    expect(times(kit.seen)).toEqual([0, 120_000]);
    expect(kit.seen[1]?.event['retryContext']).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { page: 3 },
    });
    const outcomes = kit.host.invocations.filter(({ moduleType }) => moduleType === 'consumer');
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['retry', 'ok']);
    expect(kit.host.deadLetters).toEqual([]);
  });

  it('come back after a crash and after a time-out', async () => {
    const kit = await createQueueKit(async ({ body }) => {
      await kvs.set('k', 1);
      if ((body as { slow?: boolean }).slow) await new Promise((resolve) => setTimeout(resolve, 56_000));
    });
    await kit.run(() => queue().push({ body: {} }));
    kit.faults.add({ effect: { type: 'crash', when: 'after' }, times: 1 });
    await settleDay(kit);
    await kit.run(() => queue().push({ body: { slow: true } }));
    await kit.host.drain();
    const consumed = kit.host.invocations.filter(({ moduleType }) => moduleType === 'consumer');
    expect(consumed.map(({ outcome }) => outcome)).toEqual(['crash', 'ok', 'timeout']);
    await kit.clock.advance(90_000);
    expect(kit.seen.at(-1)?.event['retryContext']).toMatchObject({ retryReason: 'FUNCTION_TIME_OUT' });
  });

  it('hold back what its concurrency does not allow', async () => {
    let running = 0;
    let most = 0;
    const kit = await createQueueKit(
      async () => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 1000));
        running -= 1;
      },
      { deliveries: 4 },
    );
    await kit.run(() => queue().push({ body: {}, concurrency: { key: 'one', limit: 2 } }));
    await kit.host.drain();
    expect([kit.seen.length, most]).toEqual([4, 2]);
  });

  it('report and cancel jobs', async () => {
    const kit = await createQueueKit();
    const { jobId } = await kit.run(() => queue().push([{ body: {} }, { body: {}, delayInSeconds: 60 }]));
    await kit.host.drain();
    await kit.run(async () => {
      const job = queue().getJob(jobId);
      expect(await job.getStats()).toEqual({ success: 1, inProgress: 1, failed: 0 });
      await job.cancel();
      await expect(queue('long').getJob(jobId).getStats()).rejects.toThrow('was not found');
    });
    await kit.clock.advance(5 * MINUTE);
    expect(kit.seen).toHaveLength(1);
  });

  it('refuse 501 events a minute, a queue without consumer, and large events of long functions', async () => {
    const kit = await createQueueKit();
    await kit.run(async () => {
      const fifty = Array.from({ length: 50 }, (_, n) => ({ body: { n } }));
      for (let i = 0; i < 10; i++) await queue().push(fifty);
      await expect(queue().push({ body: {} })).rejects.toThrow('Too many requests');
      await expect(queue('nobody').push({ body: {} })).rejects.toThrow('no consumer of the queue nobody');
    });
    await kit.clock.advance(MINUTE);
    await kit.run(async () => {
      const large = { body: { text: 'x'.repeat(101 * 1024) } };
      await queue().push(large);
      await expect(queue('long').push([large, { body: {} }])).rejects.toMatchObject({
        failedEvents: [{ payload: large }],
      });
    });
  });

  it('stop a chain of events that never ends', async () => {
    let pushes = 0;
    const errors: unknown[] = [];
    const kit = await createQueueKit(async () => {
      try {
        await queue().push({ body: {}, delayInSeconds: 1 });
        pushes += 1;
      } catch (error) {
        errors.push(error);
      }
    });
    await kit.run(() => queue().push({ body: {} }));
    await settleDay(kit);
    expect(pushes).toBe(999);
    expect(errors).toMatchObject([{ message: 'The limit on cyclic invocation has been reached.' }]);
  });

  it('survive a crash before and after the push itself', async () => {
    const kit = await createQueueKit();
    const push = () => kit.run(() => queue().push({ body: {} }));
    kit.faults.add({ effect: { type: 'crash', when: 'before' }, times: 1 });
    await expect(push()).rejects.toThrow('Simulated crash before');
    kit.faults.add({ effect: { type: 'crash', when: 'after' }, times: 1 });
    await expect(push()).rejects.toThrow('Simulated crash after');
    await kit.host.drain();
    expect(kit.seen).toHaveLength(1);
  });
});
