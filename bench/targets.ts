import type { Measured } from './measure';

/** One of the targets of the project's plan, and where the figures stand. */
export interface Verdict {
  readonly target: string;
  readonly figure: string;
  readonly met: boolean;
}

/** Nothing divided is no success: a week without messages meets no target. */
const share = (part: number, whole: number): number => (whole === 0 ? Infinity : part / whole);

/** How far the points are from those of `before`, as a share of them. */
export const changeOfPoints = (before: Measured, after: Measured): number =>
  share(after.week.total.points - before.week.total.points, before.week.total.points);

export const pointsPerMessage = ({ week }: Measured): number =>
  share(week.total.points, week.messages.length);
export const timesFloor = ({ week, floor }: Measured): number => share(week.total.points, floor.points);
export const cpuPerMessage = ({ week }: Measured): number =>
  share(1000 * week.cpuSeconds, week.messages.length);
export const shareOfLimit = ({ slowWeek: { longest } }: Measured): number =>
  share(longest.elapsedMs, longest.limitMs);

/** Each target against the worst of the sizes measured, switching on included. */
export function verdicts(sizes: readonly Measured[]): Verdict[] {
  const worst = (of: (size: Measured) => number): number => Math.max(0, ...sizes.map(of));
  const atMost = (target: string, value: number, limit: number, digits: number): Verdict => ({
    target,
    figure: value.toFixed(digits),
    met: value <= limit,
  });
  const changes = sizes.slice(1).map((size, i) => Math.abs(changeOfPoints(sizes[i] as Measured, size)));
  const wrong = sizes.reduce(
    (sum, { difference }) => sum + difference.missing.length + difference.unexpected.length,
    0,
  );
  const faults = sizes.reduce(
    (sum, { week, slowWeek }) => sum + week.faults.length + slowWeek.faults.length,
    0,
  );
  return [
    atMost('messages missing or unexpected: 0', wrong, 0, 0),
    atMost('faults, failed runs, calls that nothing models: 0', faults, 0, 0),
    atMost('points a message <= 2.5', worst(pointsPerMessage), 2.5, 2),
    atMost('points / floor <= 1.3', worst(timesFloor), 1.3, 2),
    ...(changes.length > 0
      ? [atMost('twice the other issues change the points by <= 2 %', 100 * Math.max(...changes), 2, 2)]
      : []),
    atMost('CPU milliseconds a message <= 2', worst(cpuPerMessage), 2, 2),
    atMost(
      'peak memory in MiB <= 256',
      worst(({ week }) => week.memoryMib.rssPeak),
      256,
      0,
    ),
    atMost('longest invocation / its limit <= 0.5', worst(shareOfLimit), 0.5, 2),
  ];
}
