import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { type CommitmentPageView, commitments, type CommitmentView } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { toProblem } from '../../shared/use-call';

/** The list as far as it has come: pages arrive one after the other, and the first is shown at once. */
export interface CommitmentList {
  readonly enabled: boolean;
  readonly rows: readonly CommitmentView[];
  readonly names: Readonly<Record<string, string>>;
  /** About how many there are. */
  readonly total: number | null;
  readonly unseen: readonly string[];
  readonly computedAt: string;
  /** Where the next page begins; `null`: this is all of it. */
  readonly next: string | null;
}

export interface UsedCommitments {
  /** `null` before the first page is there. */
  readonly list: CommitmentList | null;
  /** Rows that have come; they are shown in steps. */
  readonly read: number;
  readonly isReading: boolean;
  /** Why the reading ended before its end. */
  readonly problem: ApiProblem | null;
  readonly stop: () => void;
  /** Reads on from where it was stopped, or failed. */
  readonly resume: () => void;
  /** Reads all of it again; what is on the screen stays until then. */
  readonly reload: () => void;
  /** Shows a row as it is now, or no longer. */
  readonly replace: (id: string, row: CommitmentView | null, names: CommitmentList['names']) => void;
}

/** Reads all commitments when the screen opens, page by page; pages of an overtaken reading are dropped. */
export function useCommitments(): UsedCommitments {
  const [list, setList] = useState<CommitmentList | null>(null);
  const [isReading, setReading] = useState(true);
  const [read, setRead] = useState(0);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const turn = useRef(0);

  const readFrom = useCallback(async (on: CommitmentList | null, keepsOld: boolean) => {
    const mine = (turn.current += 1);
    setReading(true);
    setProblem(null);
    let [shown, isFirst] = [on?.rows.length ?? 0, on === null];
    let come: CommitmentList | null = null;
    const show = () => {
      if (come === null) return;
      const [part, joins] = [come, !isFirst];
      shown += part.rows.length;
      [come, isFirst] = [null, false];
      setList((before) => (joins ? joinPage(before, part) : part));
    };
    try {
      let cursor = on?.next ?? null;
      let read = shown;
      do {
        const page: CommitmentPageView = await call(commitments.list, { cursor });
        if (mine !== turn.current) return;
        come = joinPage(come, page);
        cursor = page.next;
        setRead((read += page.rows.length));
        // Each showing sorts and draws all there is: with one for each doubling, all of them cost as much as the last two.
        if (!keepsOld && come.rows.length >= shown) show();
      } while (cursor !== null);
      show();
    } catch (error) {
      if (mine !== turn.current) return;
      if (!keepsOld) show();
      setProblem(toProblem(error));
    }
    setReading(false);
  }, []);

  useEffect(() => {
    void readFrom(null, false);
    return () => {
      turn.current += 1;
    };
  }, [readFrom]);

  const stop = () => {
    turn.current += 1;
    setReading(false);
  };
  return {
    list,
    read,
    isReading,
    problem,
    stop,
    resume: () => void readFrom(list?.next == null ? null : list, list?.next === null),
    reload: () => void readFrom(null, list !== null),
    replace: (id, row, names) => setList((before) => before && replaceRow(before, id, row, names)),
  };
}

/** What was there with the next page behind it. What moved between two pages is kept once, as it is now. */
export function joinPage(before: CommitmentList | null, page: CommitmentList): CommitmentList {
  if (before === null) return page;
  const isNew = new Set(page.rows.map(({ id }) => id));
  return {
    ...page,
    rows: [...before.rows.filter(({ id }) => !isNew.has(id)), ...page.rows],
    names: { ...before.names, ...page.names },
    total: before.total,
    unseen: [...new Set([...before.unseen, ...page.unseen])],
    computedAt: before.computedAt,
  };
}

function replaceRow(
  list: CommitmentList,
  id: string,
  row: CommitmentView | null,
  names: CommitmentList['names'],
): CommitmentList {
  const rows = list.rows.flatMap((one) => (one.id === id ? (row ?? []) : [one]));
  return { ...list, rows, names: { ...list.names, ...names } };
}
