import type { Issue } from '../entities';

/**
 * Seconds in each unit by Jira's default time tracking: a day of eight hours, a week of five days.
 * https://support.atlassian.com/jira-cloud-administration/docs/configure-time-tracking/
 */
const UNITS = { w: 5 * 8 * 3600, d: 8 * 3600, h: 3600, m: 60 } as const;

/** `1w 2d`, `4h 30m` or, in the default unit, minutes alone; in seconds. `null` where it is no duration. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) return Number(trimmed) * UNITS.m;
  if (!/^(?:\d+(?:\.\d+)?[wdhm](?:\s+|$))+$/.test(trimmed)) return null;
  return [...trimmed.matchAll(/([\d.]+)([wdhm])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * UNITS[unit as keyof typeof UNITS],
    0,
  );
}

/** Seconds as Jira writes them for people: `1w 2d 3h`. */
export function formatDuration(seconds: number): string {
  let left = seconds;
  const parts = Object.entries(UNITS).flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return parts.join(' ') || '0m';
}

/** `TimeTrackingDetails`: a part that was never set is left out, so that it is `{}` where nobody estimated. */
export function formatTimeTracking({ timeTracking }: Issue): Record<string, string | number> {
  const part = (name: string, seconds: number | null | undefined) =>
    seconds === null || seconds === undefined
      ? {}
      : { [name]: formatDuration(seconds), [`${name}Seconds`]: seconds };
  return {
    ...part('originalEstimate', timeTracking?.original),
    ...part('remainingEstimate', timeTracking?.remaining),
    ...part('timeSpent', timeTracking?.spent),
  };
}
