import type { Meter } from '../../ports/meter';

/** Adds up what one invocation asks of the products, and keeps what they say of their limits. */
export function createMeter(): Meter & {
  readonly onCall: (operation: string, points: number) => void;
  readonly onNearLimit: () => void;
} {
  let isNearLimit = false;
  const byOperation: Record<string, number> = {};
  let calls = 0;
  let points = 0;
  return {
    onCall(operation, cost) {
      calls += 1;
      points += cost;
      byOperation[operation] = (byOperation[operation] ?? 0) + 1;
    },
    onNearLimit() {
      isNearLimit = true;
    },
    usage: () => ({ calls, points, byOperation: { ...byOperation }, isNearLimit }),
  };
}
