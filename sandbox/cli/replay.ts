import type { Sandbox } from '../index';

const HOUR = 3_600_000;

/** Instants of the full hours from `start` on, `days` days long, the end left out. Epoch milliseconds. */
export function ticksOf(start: number, days: number): number[] {
  const first = Math.ceil(start / HOUR) * HOUR;
  const end = start + days * 24 * HOUR;
  return Array.from({ length: Math.max(0, Math.ceil((end - first) / HOUR)) }, (_, i) => first + i * HOUR);
}

/**
 * Moves the clock through `days` days, hour by hour; the app's hourly trigger fires at each full hour, the first at
 * the present instant where that is one. `onTick` is told each of them once it is over.
 */
export async function replay(
  { clock, host }: Pick<Sandbox, 'clock' | 'host'>,
  days: number,
  onTick: (at: number) => void = () => undefined,
): Promise<void> {
  const start = clock.now();
  const end = start + days * 24 * HOUR;
  for (const at of ticksOf(start, days)) {
    // The schedule begins with the next full hour; the one that has just struck is fired by hand.
    if (at === start) await host.fireTrigger('hourly');
    // What a tick sets going belongs to its hour: queues and events are run up to the next one, and not into it.
    await clock.advanceTo(Math.min(at + HOUR, end) - 1);
    onTick(at);
  }
  if (clock.now() < end - 1) await clock.advanceTo(end - 1);
}
