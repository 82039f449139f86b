/** The plane that a chart is drawn in, in units of its view box. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Room for the words at each side. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const PLANE: Plane = { width: 640, height: 220, left: 48, right: 12, top: 12, bottom: 28 };

/** Where a value lies between two positions; the middle where all values are one. */
export function scale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const span = high - low;
  return (value) => (span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from));
}

export const across = ({ left, width, right }: Plane, count: number): ((index: number) => number) =>
  scale([0, Math.max(1, count - 1)], [left, width - right]);

export const upwards = ({ top, height, bottom }: Plane, highest: number): ((value: number) => number) =>
  scale([0, Math.max(1, highest)], [height - bottom, top]);

/** Round numbers from 0 to at least `highest`, four steps or fewer. */
export function ticks(highest: number): readonly number[] {
  const rough = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const last = Math.ceil(Math.max(1, highest) / step);
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}

/** Which of many labels are written, so that they do not run into each other: the last one always. */
export function labelled(count: number, most: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil(count / most));
  const shown = new Set<number>();
  for (let index = count - 1; index >= 0; index -= every) shown.add(index);
  return shown;
}

/** The `d` of a line through these points; a gap where one is missing. */
export function pathThrough(points: readonly (readonly [number, number] | null)[]): string {
  let isDown = false;
  return points
    .map((point) => {
      if (point === null) {
        isDown = false;
        return '';
      }
      const [x, y] = point;
      const word = `${isDown ? 'L' : 'M'}${round(x)} ${round(y)}`;
      isDown = true;
      return word;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
