import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../api/problem';
import type { Done } from './progress';
import type { Watch } from './slices';
import { toProblem } from './use-reading';

export interface UsedLongWork {
  /** How far it has come, or `null` while nothing runs. */
  readonly running: Done | null;
  /** How far it had come when it was stopped; `null` unless the last was. */
  readonly stoppedAt: Done | null;
  readonly problem: ApiProblem | null;
  /** Does it, unless some is under way already. */
  readonly run: (work: (watch: Watch) => Promise<void>) => Promise<void>;
  readonly stop: () => void;
}

const START: Done = { done: 0, all: null };

/** Work that tells how far it has come, and that somebody can stop. It ends with the screen. */
export function useLongWork(): UsedLongWork {
  const [running, setRunning] = useState<Done | null>(null);
  const [stoppedAt, setStopped] = useState<Done | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const run: UsedLongWork['run'] = async (work) => {
    if (current.current !== null) return;
    const { signal } = (current.current = new AbortController());
    let reached = START;
    const onDone = (done: number, all: number) => setRunning((reached = { done, all }));
    setProblem(null);
    setStopped(null);
    setRunning(reached);
    try {
      await work({ onDone, signal });
    } catch (error) {
      if (!signal.aborted) setProblem(toProblem(error));
    } finally {
      current.current = null;
      setRunning(null);
      if (signal.aborted) setStopped(reached);
    }
  };
  return { running, stoppedAt, problem, run, stop: () => current.current?.abort() };
}
