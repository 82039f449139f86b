const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = 1;

/** How far a button moves the clock. */
export const STEPS = {
  /** To the next full hour, where the hourly trigger stands. */
  hour: (now: number) => (Math.floor(now / HOUR) + 1) * HOUR,
  /** To the same time tomorrow. */
  day: (now: number) => now + DAY,
  /** To the next Monday, at the same time of day. */
  monday: (now: number) => now + ((MONDAY - new Date(now).getUTCDay() + 7) % 7 || 7) * DAY,
} as const satisfies Record<string, (now: number) => number>;

export type Step = keyof typeof STEPS;

export const isStep = (name: unknown): name is Step => typeof name === 'string' && Object.hasOwn(STEPS, name);
