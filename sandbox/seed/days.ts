/** Monday, 2026-11-16T06:00:00Z, where the seeded site's clock starts: dates in the seed are counted from it. */
export const SEED_NOW = Date.UTC(2026, 10, 16, 6);

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 16);

/** The date `offset` days from the seed's Monday, as `YYYY-MM-DD`. */
export function dateAt(offset: number): string {
  return new Date(MONDAY + offset * DAY).toISOString().slice(0, 10);
}

/** The instant `hour`:`minute` UTC, `offset` days from the seed's Monday, in epoch milliseconds. */
export function instantAt(offset: number, hour: number, minute = 0): number {
  return MONDAY + offset * DAY + hour * 3_600_000 + minute * 60_000;
}

/** `offset` moved back to the Friday before where it falls on a weekend. */
export function onWeekday(offset: number): number {
  const weekday = ((offset % 7) + 7) % 7;
  return weekday > 4 ? offset - (weekday - 4) : offset;
}
