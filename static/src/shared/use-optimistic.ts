import { useCallback, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '../api/problem';
import { answered, made, overlaid, type Pending, rolledBack } from './optimistic';
import { toProblem } from './use-call';

export interface UsedOptimistic<T> {
  /** The answer with what was changed since. */
  readonly shown: T;
  /** Why the last change was taken back, or `null`. */
  readonly problem: ApiProblem | null;
  /**
   * Shows a change at once and has the app make it. Where the app refuses, the change is taken back and `problem` says
   * why. A change that is on its way under the same name is not begun again.
   *
   * @param change pure: it is applied anew to each answer until one shows it.
   * @returns Whether the app made it.
   */
  readonly act: (name: string, change: (before: T) => T, send: () => Promise<unknown>) => Promise<boolean>;
}

/** Lets a screen show what somebody did before the app has answered. @param answer the app's last. */
export function useOptimistic<T>(answer: T): UsedOptimistic<T> {
  const [state, setState] = useState<{ readonly over: T; readonly pending: readonly Pending<T>[] }>({
    over: answer,
    pending: [],
  });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef(new Set<string>());
  const lastId = useRef(0);
  const pending = state.over === answer ? state.pending : answered(state.pending);
  if (state.over !== answer) setState({ over: answer, pending });

  const act = useCallback<UsedOptimistic<T>['act']>(async (name, change, send) => {
    if (running.current.has(name)) return false;
    running.current.add(name);
    const id = (lastId.current += 1);
    const turn = (next: (before: readonly Pending<T>[]) => readonly Pending<T>[]) =>
      setState((before) => ({ ...before, pending: next(before.pending) }));
    setProblem(null);
    turn((before) => [...before, { id, change, isMade: false }]);
    try {
      await send();
      turn((before) => made(before, id));
      return true;
    } catch (error) {
      turn((before) => rolledBack(before, id));
      setProblem(toProblem(error));
      return false;
    } finally {
      running.current.delete(name);
    }
  }, []);
  const shown = useMemo(() => overlaid(answer, pending), [answer, pending]);
  return { shown, problem, act };
}
