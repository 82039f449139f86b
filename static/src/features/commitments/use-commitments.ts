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
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const turn = useRef(0);

  const readFrom = useCallback(async (start: string | null, keepsOld: boolean) => {
    const mine = (turn.current += 1);
    setReading(true);
    setProblem(null);
    try {
      let cursor = start;
      let fresh: CommitmentList | null = null;
      do {
        const page: CommitmentPageView = await call(commitments.list, { cursor });
        if (mine !== turn.current) return;
        const isFirst = cursor === null;
        fresh = joinPage(fresh, page);
        cursor = page.next;
        if (!keepsOld) setList((before) => (isFirst ? page : joinPage(before, page)));
      } while (cursor !== null);
      if (keepsOld) setList(fresh);
    } catch (error) {
      if (mine === turn.current) setProblem(toProblem(error));
    }
    if (mine === turn.current) setReading(false);
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
    isReading,
    problem,
    stop,
    resume: () => void readFrom(list?.next ?? null, list?.next === null),
    reload: () => void readFrom(null, list !== null),
    replace: (id, row, names) => setList((before) => before && replaceRow(before, id, row, names)),
  };
}

/** What was there with the next page behind it. What moved between two pages is kept once, as it is now. */
export function joinPage(before: CommitmentList | null, page: CommitmentPageView): CommitmentList {
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
