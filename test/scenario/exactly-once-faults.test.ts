import type { FaultEffect, OutgoingCall } from '../../sandbox/faults';
import { afterAppTests, HOUR, type TestApp } from '../support/app';
import {
  endAfter,
  endOf,
  EXACTLY_ONCE,
  isWrite,
  morning,
  nameOf,
  operationsOfMorning,
  passMorning,
  passRest,
} from '../support/crash';

afterAppTests();

const is =
  (operation: string) =>
  (call: OutgoingCall): boolean =>
    call.operation === operation;
const SEARCH = 'searchAndReconsileIssuesUsingJqlPost';
const MINUTE = 60_000;

/** What may go wrong with one call, by its cause. A 502 stands for every 5xx: the app makes no difference between them. */
const TROUBLES: Readonly<Record<string, FaultEffect>> = {
  '429 with a short Retry-After': { type: 'status', status: 429, retryAfterSeconds: 2 },
  '429 with a long Retry-After': { type: 'status', status: 429, retryAfterSeconds: 900 },
  '429 without Retry-After': { type: 'status', status: 429 },
  '500 before the effect': { type: 'status', status: 500 },
  '502 after the effect': { type: 'status', status: 502, when: 'after' },
  'a connection that never was': { type: 'network' },
  'a connection lost after the effect': { type: 'network', when: 'after' },
  'a time-out': { type: 'latency', milliseconds: 1_000_000 },
};

describe('each message comes exactly once in spite of', () => {
  describe.each(Object.entries(TROUBLES))('%s', (_cause, effect) => {
    it.each([1, 4])(
      'at any operation, %i times',
      async (times) => {
        const isLate = 'when' in effect && effect.when === 'after';
        for (const struck of (await operationsOfMorning()).filter((call) => !isLate || isWrite(call))) {
          const name = nameOf(struck);
          const end = await endAfter((app) => {
            app.faults.add({
              matches: (call) => nameOf(call) === name,
              effect,
              times,
            });
          });
          expect({ name, ...end }).toEqual({ name, ...EXACTLY_ONCE });
        }
      },
      300_000,
    );
  });

  it.each(['jira', 'kvs', 'queue'] as const)('an outage of %s all morning', async (kind) => {
    const app = await morning();
    app.faults.add({ matches: (call) => call.kind === kind, effect: { type: 'status', status: 503 } });
    await passMorning(app);
    expect(endOf(app).onSite).toEqual([]);
    app.faults.reset();
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });

  it('storage that is at its rate limit all morning', async () => {
    const app = await morning();
    app.faults.add({ matches: ({ kind }) => kind === 'kvs', effect: { type: 'status', status: 429 } });
    await passMorning(app);
    app.faults.reset();
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });

  it('comments that all stand although every answer is lost', async () => {
    const app = await morning();
    app.faults.add({
      matches: is('addComment'),
      effect: { type: 'status', status: 500, when: 'after' },
    });
    await passMorning(app);
    expect(endOf(app).onSite).toEqual(EXACTLY_ONCE.onSite);
    app.faults.reset();
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });
});

describe('each message comes exactly once with', () => {
  it('every queue message delivered twice', async () => {
    expect(await endAfter(() => undefined, { deliveries: 2 })).toEqual(EXACTLY_ONCE);
  });

  it.each(['addComment', SEARCH, 'entity/set', 'entity/query', 'batch/get', 'batch/set'])(
    'two runs side by side of which one stalls at %s',
    async (operation) => {
      const stall: FaultEffect = { type: 'latency', milliseconds: 40_000 };
      for (let nth = 1; nth <= 8; nth += 1) {
        let seen = 0;
        const end = await endAfter(
          (app) =>
            void app.faults.add({
              matches: (call) => call.operation === operation && ++seen === nth,
              effect: stall,
              times: 1,
            }),
          { deliveries: 2, latencyMs: 150 },
        );
        expect({ nth, ...end }).toEqual({ nth, ...EXACTLY_ONCE });
      }
    },
  );

  it('an hour whose message comes after that of the next hour', async () => {
    const startsOf: number[] = [];
    const end = await endAfter((app) => {
      app.faults.add({
        matches: is(SEARCH),
        effect: { type: 'status', status: 429, retryAfterSeconds: 900 },
        times: 4,
      });
      app.host.onInvocation(
        ({ moduleKey, startedAt }) => moduleKey === 'reminders' && startsOf.push(startedAt),
      );
    });
    expect(startsOf.length).toBeGreaterThan(5);
    expect(end).toEqual(EXACTLY_ONCE);
  });

  it('ticks that overlap, and runs that start in the middle of another', async () => {
    const end = await endAfter((app) => {
      for (const operation of ['publish', SEARCH, 'addComment', 'entity/set'])
        app.faults.add({
          matches: is(operation),
          effect: { type: 'run', when: 'after', task: () => fireTwice(app) },
          times: 2,
        });
    });
    expect(end).toEqual(EXACTLY_ONCE);
  });

  it('a trigger that is missing for hours and then comes twice', async () => {
    const app = await morning();
    const mend = app.faults.add({ matches: ({ kind }) => kind === 'queue', effect: { type: 'network' } });
    await app.hours(3);
    expect(endOf(app).onSite).toEqual([]);
    mend();
    await fireTwice(app);
    await app.hours(2);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });

  it('two runs that recover the same dead run in the same millisecond', async () => {
    const app = await morning({ deliveries: 2, latencyMs: 0 });
    await app.until('2026-07-20T08:30:00Z');
    const crash = app.faults.add({ matches: is('addComment'), effect: { type: 'crash', when: 'before' } });
    await app.until('2026-07-20T09:25:00Z');
    crash();
    expect(app.ledger().filter(({ state }) => state === 'claimed').length).toBeGreaterThan(0);
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });

  it('a lease that has run out before the next hour', async () => {
    const app = await morning();
    await app.until('2026-07-20T08:30:00Z');
    app.faults.add({ matches: is('addComment'), effect: { type: 'crash', when: 'after' }, times: 1 });
    await app.clock.advance(HOUR / 2 + 16 * MINUTE);
    await app.host.fireTrigger('hourly');
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });

  it('answers so slow that runs are cut off, for as long as they are', async () => {
    const app = await morning();
    const mend = app.faults.add({
      matches: ({ kind }) => kind === 'jira',
      effect: { type: 'latency', milliseconds: 400_000 },
    });
    await passMorning(app);
    mend();
    expect(app.host.invocations.some(({ outcome }) => outcome === 'timeout')).toBe(true);
    await passRest(app);
    expect(endOf(app)).toEqual(EXACTLY_ONCE);
  });
});

async function fireTwice(app: TestApp): Promise<void> {
  await Promise.all([app.host.fireTrigger('hourly'), app.host.fireTrigger('hourly')]);
}
