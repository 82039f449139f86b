import type { Concurrency } from './schemas';

interface Slot {
  running: number;
  readonly waiting: (() => void)[];
}

/** Holds events back that would exceed the `concurrency` which they ask for, by key. */
export function createSlots() {
  const slots = new Map<string, Slot>();

  return {
    async run<T>(concurrency: Concurrency | undefined, work: () => Promise<T>): Promise<T> {
      if (!concurrency) return work();
      const slot = slots.get(concurrency.key) ?? { running: 0, waiting: [] };
      slots.set(concurrency.key, slot);
      while (slot.running >= concurrency.limit)
        await new Promise<void>((resolve) => slot.waiting.push(resolve));
      slot.running += 1;
      try {
        return await work();
      } finally {
        slot.running -= 1;
        slot.waiting.shift()?.();
      }
    },
  };
}
