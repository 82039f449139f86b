import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem';
import { FRESH_MS, isPassing, isStale } from './freshness';
import { t } from './i18n';
import { onReturn } from './online';
import { usePanel } from './panel';

export type Loading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: ApiProblem }
  | {
      readonly state: 'ready';
      readonly value: T;
      /** When it was asked for, in milliseconds. */
      readonly asked: number;
      /** Why it could not be asked for again since, or `null`. */
      readonly problem: ApiProblem | null;
    };

export interface UsedCall<T> {
  readonly loading: Loading<T>;
  /** Asks again, after something changed. What is on the screen stays until the answer is there. */
  readonly reload: () => Promise<void>;
}

/**
 * Reads something. @param show takes what there is so far: a function of what is on the screen, `null` where that
 * belongs to another question. @param isCurrent whether anybody still waits for it.
 */
export type Read<T> = (
  show: (next: (before: T | null) => T) => void,
  isCurrent: () => boolean,
) => Promise<void>;

export interface Freshness {
  /** How old it may get before it is asked for again on return, in milliseconds. */
  readonly freshMs?: number;
  /** Whether what changes elsewhere in the app counts, or only its age. */
  readonly followsChanges?: boolean;
}

/** Anything thrown, as a problem that a person can be shown. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: 'INTERNAL', message: t('shared.unexpected') }, { cause: error });
}

/** When a screen of this page last asked again because something changed; the others are behind from then on. */
let lastChange = 0;

/**
 * Asks the app when the screen opens, on `reload`, and when somebody comes back to what is no longer fresh. The answer
 * of an overtaken question is dropped.
 *
 * @param read keeps its identity as long as the question is the same.
 */
export function useReading<T>(read: Read<T>, freshness: Freshness = {}): UsedCall<T> {
  const { freshMs = FRESH_MS, followsChanges = true } = freshness;
  const { isActive } = usePanel();
  const [{ of, loading }, setState] = useState<{ readonly of: Read<T>; readonly loading: Loading<T> }>({
    of: read,
    loading: { state: 'loading' },
  });
  const latest = useRef(0);

  const ask = useCallback(async () => {
    const turn = (latest.current += 1);
    const isCurrent = () => turn === latest.current;
    const asked = Date.now();
    setState((before) =>
      before.loading.state === 'ready' ? before : { of: read, loading: { state: 'loading' } },
    );
    try {
      await read((next) => {
        if (!isCurrent()) return;
        setState((before) => {
          const shown = before.of === read && before.loading.state === 'ready' ? before.loading.value : null;
          return { of: read, loading: { state: 'ready', value: next(shown), asked, problem: null } };
        });
      }, isCurrent);
    } catch (error) {
      if (isCurrent()) setState((before) => failed(before, read, toProblem(error)));
    }
  }, [read]);

  const reload = useCallback(() => {
    lastChange = Date.now();
    return ask();
  }, [ask]);

  useEffect(() => {
    void ask();
    return () => {
      latest.current += 1;
    };
  }, [ask]);

  const asked = loading.state === 'ready' && of === read ? loading.asked : null;
  const problem = loading.state === 'loading' ? null : loading.problem;
  useEffect(() => {
    if (!isActive) return undefined;
    const refresh = () => {
      const isOld = asked !== null && isStale(asked, followsChanges ? lastChange : 0, Date.now(), freshMs);
      if (isOld || (problem !== null && isPassing(problem.code))) void ask();
    };
    // Coming back to this part of the screen counts as much as coming back to the window. A failure waits for a return.
    if (problem === null) refresh();
    return onReturn(refresh);
  }, [isActive, asked, problem, followsChanges, freshMs, ask]);

  return { loading, reload };
}

type State<T> = { readonly of: Read<T>; readonly loading: Loading<T> };

/** What is on the screen is kept where it answers the same question and the problem passes. */
function failed<T>(before: State<T>, read: Read<T>, problem: ApiProblem): State<T> {
  const { of, loading } = before;
  return of === read && loading.state === 'ready' && isPassing(problem.code)
    ? { of, loading: { ...loading, problem } }
    : { of: read, loading: { state: 'failed', problem } };
}
