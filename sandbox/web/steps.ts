import { TZDate } from '@date-fns/tz';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MORNING = 9;

/** Nine o'clock in `timeZone` on the next weekday whose nine o'clock is ahead. */
function nextMorning(now: number, timeZone: string): number {
  const today = new TZDate(now, timeZone);
  for (let day = 0; ; day += 1) {
    const at = new TZDate(
      today.getFullYear(),
      today.getMonth(),
      today.getDate() + day,
      MORNING,
      0,
      0,
      timeZone,
    );
    if (at.getTime() > now && ![0, 6].includes(at.getDay())) return at.getTime();
  }
}

/** How far a button moves the clock, and what it says; instants in epoch milliseconds. */
export const STEPS = {
  /** To the next full hour, where the hourly trigger stands. */
  hour: { label: '+1 hour', to: (now: number) => (Math.floor(now / HOUR) + 1) * HOUR },
  morning: { label: 'Next working morning', to: nextMorning },
  day: { label: '+1 day', to: (now: number) => now + DAY },
  week: { label: '+1 week', to: (now: number) => now + 7 * DAY },
} as const satisfies Record<
  string,
  { readonly label: string; readonly to: (now: number, timeZone: string) => number }
>;

export type Step = keyof typeof STEPS;

export const isStep = (name: unknown): name is Step => typeof name === 'string' && Object.hasOwn(STEPS, name);
