import type { Clock } from '../ports/clock';

/** The platform's clock: the only place in the app that reads it. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
