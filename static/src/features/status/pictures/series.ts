import type { StatusPoint } from '../../../api/contract';

/** Work since the first report shown: what is done, and all that there is. */
export interface BurnUp {
  readonly label: string;
  readonly done: number;
  readonly scope: number;
}

export function burnUp(history: readonly StatusPoint[]): readonly BurnUp[] {
  let done = 0;
  return history.map(({ label, open, resolved }, index) => {
    // What was resolved before the first report is not known, so that counting begins there.
    if (index > 0) done += resolved;
    return { label, done, scope: done + open };
  });
}

/** The forecast of one milestone, report by report. */
export interface MilestoneLine {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD by report; `null` where the report did not have it. */
  readonly dates: readonly (string | null)[];
  readonly isReleased: boolean;
}

/** More lines than this cannot be told apart. */
const MOST_LINES = 6;

/** Milestones that moved first, then those that come next. */
export function milestoneLines(history: readonly StatusPoint[]): readonly MilestoneLine[] {
  const ids = [...new Set(history.flatMap(({ milestones }) => milestones.map(({ id }) => id)))];
  const lines = ids.map((id): MilestoneLine => {
    const found = history.map(({ milestones }) => milestones.find((milestone) => milestone.id === id));
    const last = found.findLast((milestone) => milestone !== undefined);
    return {
      id,
      name: last?.name ?? id,
      dates: found.map((milestone) => milestone?.date ?? null),
      isReleased: last?.released ?? false,
    };
  });
  const moves = ({ dates }: MilestoneLine): number => new Set(dates.filter((date) => date !== null)).size - 1;
  const lastDate = ({ dates }: MilestoneLine): string => dates.findLast((date) => date !== null) ?? '';
  return lines
    .toSorted(
      (a, b) =>
        moves(b) - moves(a) ||
        Number(a.isReleased) - Number(b.isReleased) ||
        lastDate(a).localeCompare(lastDate(b)),
    )
    .slice(0, MOST_LINES)
    .toSorted((a, b) => lastDate(a).localeCompare(lastDate(b)));
}

/** Days since 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
