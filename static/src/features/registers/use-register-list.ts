import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { registers } from '../../api/contract';
import { type Read, type UsedCall, useReading } from '../../shared/use-reading';
import { inViewersWords } from './register-words';

type Slice = z.output<typeof registers.list.response>;

/** A register as far as it has come: the records arrive in slices, and the first of them are shown at once. */
export interface RegisterList extends Readonly<Slice> {
  /** Whether this is all of it. */
  readonly isComplete: boolean;
}

export interface UsedRegisterList extends UsedCall<RegisterList> {
  /** Whether somebody stopped it before it was all here. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  /** Reads on from where it was stopped. */
  readonly resume: () => void;
}

/** How many known names a question carries along at most. */
const NAMED = 1_000;

/** A long register costs a point a record: it is asked for again less often, and not for changes elsewhere. */
const FRESHNESS = { freshMs: 15 * 60_000, followsChanges: false } as const;

/** Reads a register; what is on the screen stays until the whole of it has been read again. */
export function useRegisterList(kind: string): UsedRegisterList {
  const [isStopped, setStopped] = useState(false);
  const turn = useRef<{ isStopped: boolean; from: RegisterList | null }>({ isStopped: false, from: null });
  const read = useCallback<Read<RegisterList>>(
    async (show, isCurrent) => {
      let soFar: RegisterList | null = turn.current.from;
      let cursor: string | null = soFar?.next ?? null;
      turn.current = { isStopped: false, from: null };
      setStopped(false);
      do {
        const slice: Slice = await call(registers.list, {
          kind,
          named: Object.keys(soFar?.names ?? {}).slice(0, NAMED),
          ...(cursor === null ? {} : { cursor }),
        });
        const joined: RegisterList = joinSlice(soFar, slice);
        soFar = joined;
        cursor = slice.next;
        show((before) => (before?.isComplete === true && !joined.isComplete ? before : joined));
      } while (cursor !== null && isCurrent() && !turn.current.isStopped);
    },
    [kind],
  );
  const used = useReading(read, FRESHNESS);
  const { loading, reload } = used;
  return {
    ...used,
    isStopped,
    stop: () => {
      turn.current.isStopped = true;
      setStopped(true);
    },
    resume: () => {
      turn.current.from = loading.state === 'ready' ? loading.value : null;
      void reload();
    },
  };
}

/** What was there with the next slice behind it. A record that moved between two slices is kept once, as it is now. */
export function joinSlice(before: RegisterList | null, slice: Slice): RegisterList {
  const isNew = new Set(slice.records.map(({ issueId }) => issueId));
  // What does not change keeps its identity, so that the table does not begin anew with each slice.
  const names =
    before !== null && Object.keys(slice.names).length === 0
      ? before.names
      : { ...before?.names, ...slice.names };
  return {
    register: before?.register ?? inViewersWords(slice.register),
    records: [...(before?.records ?? []).filter(({ issueId }) => !isNew.has(issueId)), ...slice.records],
    unreadable: [...(before?.unreadable ?? []), ...slice.unreadable],
    names,
    canEdit: slice.canEdit,
    asOf: slice.asOf,
    next: slice.next,
    isComplete: slice.next === null,
  };
}
