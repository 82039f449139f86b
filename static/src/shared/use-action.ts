import { useRef, useState } from 'react';
import type { ApiProblem } from '../api/problem';
import { toProblem } from './use-call';

export interface UsedAction {
  /** Name of what is on its way, or `null`. */
  readonly running: string | null;
  readonly problem: ApiProblem | null;
  /** Does it, unless something is on its way already: a double click is one click. */
  readonly run: (name: string, act: () => Promise<void>) => Promise<void>;
}

/** What a button does that takes a while and may fail. */
export function useAction(): UsedAction {
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isBusy = useRef(false);
  const run = async (name: string, act: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setRunning(name);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      isBusy.current = false;
      setRunning(null);
    }
  };
  return { running, problem, run };
}
