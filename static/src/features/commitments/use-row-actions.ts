import { useCallback, useRef, useState } from 'react';
import type { CommitmentView } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { useAction } from '../../shared/use-action';
import type { Press } from './actions/outcome-words';
import { press } from './actions/press';
import type { UsedCommitments } from './use-commitments';

export interface RowActions {
  /** Keeps its identity, so that the table is not drawn anew. */
  readonly press: (row: CommitmentView, action: Press) => void;
  /** Why the last step came to nothing, or `null`. */
  readonly notice: string | null;
  readonly problem: ApiProblem | null;
}

/** Steps about a row that are taken from the list; the row is shown as it is afterwards. */
export function useRowActions({ replace }: Pick<UsedCommitments, 'replace'>): RowActions {
  const { problem, run } = useAction();
  const [notice, setNotice] = useState<string | null>(null);
  const step = (row: CommitmentView, action: Press) =>
    run(`${action} ${row.id}`, async () => {
      setNotice(null);
      const { acted, notice: why } = await press(action, row.id);
      setNotice(why);
      replace(row.id, acted.row, acted.names);
    });
  const latest = useRef(step);
  latest.current = step;
  const stable = useCallback<RowActions['press']>((...what) => void latest.current(...what), []);
  return { press: stable, notice, problem };
}
