interface Hour {
  /** In UTC, `2026-07-21T09`. */
  readonly hour: string;
  readonly points: number;
}

const HOUR_MS = 3_600_000;

/** The last `count` hours up to the one in which `now` lies, with zero where nothing was used. */
export function lastHours(known: readonly Hour[], now: string, count: number): Hour[] {
  const pointsOf = new Map(known.map(({ hour, points }) => [hour, points]));
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.parse(now) - (count - 1 - n) * HOUR_MS);
    const hour = at.toISOString().slice(0, 13);
    return { hour, points: pointsOf.get(hour) ?? 0 };
  });
}
