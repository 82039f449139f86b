import type { CallKind, OutgoingCall } from '../../sandbox/faults';
import { afterAppTests } from '../support/app';
import { callsOfMorning, endAfter, EXACTLY_ONCE, isWrite, nameOf } from '../support/crash';

afterAppTests();

const KINDS: readonly CallKind[] = ['jira', 'kvs', 'queue'];
/** Each item of a batch is written or deleted on its own: its run may die between two of them. */
const isBatch = ({ operation }: OutgoingCall): boolean => /^batch\/(set|delete)$/.test(operation);
const struck = new Set<string>();
let calls: readonly OutgoingCall[] = [];

beforeAll(async () => {
  calls = await callsOfMorning();
});

describe('a morning whose runs die once', () => {
  it('makes calls of every kind, and without a fault tells everybody exactly once', async () => {
    expect(new Set(calls.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    expect(await endAfter(() => undefined)).toEqual(EXACTLY_ONCE);
  });

  describe.each(KINDS)('at one of its %s calls', (kind) => {
    it('ends in exactly one message each, whichever call it was: before its effect', async () => {
      await dieAtEach(
        calls.filter((call) => call.kind === kind),
        'before',
      );
    }, 300_000);

    // A question has no effect: to die after it is to die before it.
    it('ends in exactly one message each, whichever write it was: after its effect', async () => {
      await dieAtEach(
        calls.filter((call) => call.kind === kind && isWrite(call)),
        'after',
      );
    }, 300_000);
  });

  it('half-way through any of its batches, ends in exactly one message each', async () => {
    const batches = calls.filter(isBatch);
    expect(batches.map(nameOf)).toContain('kvs batch/set');
    await dieAtEach(batches, 'halfway');
  }, 300_000);

  it('has died at every operation that the app uses that morning, before and after its effect', () => {
    const expected = calls.flatMap((call) => [
      `${nameOf(call)} before`,
      ...(isWrite(call) ? [`${nameOf(call)} after`] : []),
      ...(isBatch(call) ? [`${nameOf(call)} halfway`] : []),
    ]);
    expect(expected).toContain('jira addComment after');
    expect(struck).toEqual(new Set(expected));
  });
});

async function dieAtEach(
  deaths: readonly OutgoingCall[],
  when: 'before' | 'halfway' | 'after',
): Promise<void> {
  for (const { number } of deaths) {
    let died = 'nowhere';
    const end = await endAfter((app) => {
      app.faults.add({
        matches: (call) => {
          if (call.number !== number) return false;
          died = nameOf(call);
          return true;
        },
        effect: { type: 'crash', when },
        times: 1,
      });
    });
    struck.add(`${died} ${when}`);
    expect({ call: `${number} ${died}`, ...end }).toEqual({ call: `${number} ${died}`, ...EXACTLY_ONCE });
  }
}
