import { z } from 'zod';
import type { ConfiguredRegister } from './configure';
import { isOpen, type RegisterFigures } from './figures';
import type { HeatMap } from './heat';
import type { RecordOnIssue } from './obligations';
import type { StoredRecord } from './stored';

/** A register as it stood when a week began. */
export interface RegisterSnapshot {
  /** The first version has no heat map. */
  readonly v: 1 | 2;
  readonly kind: string;
  /** `2026-W30`. */
  readonly week: string;
  readonly takenAt: string;
  readonly figures: RegisterFigures;
  /**
   * By what each record counts as now, without issues that have a security level and were not named for reports;
   * absent in a register without scores.
   */
  readonly heat?: HeatMap | null;
  /** Records that could not be read, and are in no figure. */
  readonly unreadable: number;
  /** What happened since an earlier snapshot; `null` in the first. */
  readonly changes: {
    readonly since: string;
    /** In the register now, and not then. */
    readonly added: number;
    /** Open then, and over now. */
    readonly closed: number;
    /** In another state than then. */
    readonly moved: number;
    /** In the register then, and not now. */
    readonly gone: number;
  } | null;
}

/** What is kept of one record. */
export type Mark = Pick<StoredRecord, 'state' | 'score' | 'residualScore' | 'targetScore'>;

/** By issue id. */
export type Marks = ReadonlyMap<string, Mark>;

export interface Earlier {
  readonly week: string;
  readonly marks: Marks;
}

export const marksOf = (items: readonly RecordOnIssue[]): Marks =>
  new Map(
    items.map(({ issueId, record: { state, score, residualScore, targetScore } }) => [
      issueId,
      { state, score, residualScore, targetScore },
    ]),
  );

/** What became of a register's records since an earlier snapshot. */
export function changesSince(
  register: ConfiguredRegister,
  marks: Marks,
  earlier: Earlier | null,
): RegisterSnapshot['changes'] {
  if (earlier === null) return null;
  const stayed = [...marks].flatMap(([id, now]) => {
    const then = earlier.marks.get(id);
    return then ? [{ then: then.state, now: now.state }] : [];
  });
  return {
    since: earlier.week,
    added: marks.size - stayed.length,
    closed: stayed.filter(({ then, now }) => isOpen(register, then) && !isOpen(register, now)).length,
    moved: stayed.filter(({ then, now }) => then !== now).length,
    gone: earlier.marks.size - stayed.length,
  };
}

export interface Movement {
  readonly direction: 'up' | 'down' | 'same' | 'new';
  readonly scoreBefore: number | null;
}

/** How a record's score moved since the last snapshot; `null` where there is none, or nothing to compare. */
export function movementOf(issueId: string, score: number | null, marks: Marks | null): Movement | null {
  if (marks === null) return null;
  const then = marks.get(issueId);
  if (!then) return { direction: 'new', scoreBefore: null };
  if (score === null || then.score === null) return null;
  const direction = score > then.score ? 'up' : score < then.score ? 'down' : 'same';
  return { direction, scoreBefore: then.score };
}

/** Marks as they are stored: each state is named once, a record is a short row. */
export const PackedMarks = z.object({
  states: z.array(z.string()),
  rows: z.array(
    z.tuple([z.string(), z.int(), z.number().nullable(), z.number().nullable(), z.number().nullable()]),
  ),
});
export type PackedMarks = z.infer<typeof PackedMarks>;

/** Rows of a part: at fifty characters each it stays below what one value of Forge's storage holds (240 KiB). */
const PART = 4_000;

export function packMarks(marks: Marks): PackedMarks[] {
  const states = [...new Set([...marks.values()].map(({ state }) => state))];
  const place = new Map(states.map((state, i) => [state, i]));
  const rows = [...marks].map(
    ([id, { state, score, residualScore, targetScore }]): PackedMarks['rows'][number] => [
      id,
      place.get(state) ?? 0,
      score,
      residualScore,
      targetScore,
    ],
  );
  const parts = Math.max(1, Math.ceil(rows.length / PART));
  return Array.from({ length: parts }, (_, n) => ({ states, rows: rows.slice(n * PART, (n + 1) * PART) }));
}

export const unpackMarks = (parts: readonly PackedMarks[]): Marks =>
  new Map(
    parts.flatMap(({ states, rows }) =>
      rows.map(([id, state, score, residualScore, targetScore]) => [
        id,
        { state: states[state] ?? '', score, residualScore, targetScore },
      ]),
    ),
  );
