import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { registers } from '../../api/contract';
import { toProblem, type Loading, type UsedCall } from '../../shared/use-call';
import { inViewersWords } from './register-words';

type Slice = z.output<typeof registers.list.response>;

/** A register as far as it has come: the records arrive in slices, and the first of them are shown at once. */
export interface RegisterList extends Readonly<Omit<Slice, 'next'>> {
  /** Whether this is all of it. */
  readonly isComplete: boolean;
}

/** How many known names a question carries along at most. */
const NAMED = 1_000;

/**
 * Reads a register when the screen opens, and again on `reload`; what is on the screen stays until the whole of it has
 * been read again. Slices of an overtaken reading are dropped.
 */
export function useRegisterList(kind: string): UsedCall<RegisterList> {
  const [loading, setLoading] = useState<Loading<RegisterList>>({ state: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    const turn = (latest.current += 1);
    const isCurrent = () => turn === latest.current;
    setLoading((before) => (before.state === 'ready' ? before : { state: 'loading' }));
    try {
      let soFar: RegisterList | null = null;
      let cursor: string | null = null;
      do {
        const slice: Slice = await call(registers.list, {
          kind,
          named: Object.keys(soFar?.names ?? {}).slice(0, NAMED),
          ...(cursor === null ? {} : { cursor }),
        });
        if (!isCurrent()) return;
        const joined: RegisterList = joinSlice(soFar, slice);
        soFar = joined;
        cursor = slice.next;
        setLoading((before) =>
          before.state === 'ready' && before.value.isComplete && !joined.isComplete
            ? before
            : { state: 'ready', value: joined },
        );
      } while (cursor !== null);
    } catch (error) {
      if (isCurrent()) setLoading({ state: 'failed', problem: toProblem(error) });
    }
  }, [kind]);

  useEffect(() => {
    setLoading({ state: 'loading' });
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  return { loading, reload };
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
    isComplete: slice.next === null,
  };
}
