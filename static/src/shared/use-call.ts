import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call';
import type { Call } from '../api/contract';
import { ApiProblem } from '../api/problem';
import { t } from './i18n';

export type Loading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: ApiProblem }
  | { readonly state: 'ready'; readonly value: T };

export interface UsedCall<T> {
  readonly loading: Loading<T>;
  /** Asks again. What is on the screen stays until the answer is there. */
  readonly reload: () => Promise<void>;
}

/** Anything thrown, as a problem that a person can be shown. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ code: 'INTERNAL', message: t('shared.unexpected') }, { cause: error });
}

/** Asks the app when the screen opens, and again on `reload`. The answer of an overtaken question is dropped. */
export function useCall<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Call<Request, Response>,
  request: z.input<Request>,
): UsedCall<z.output<Response>> {
  const [loading, setLoading] = useState<Loading<z.output<Response>>>({ state: 'loading' });
  const latest = useRef(0);
  const question = JSON.stringify(request);

  const reload = useCallback(async () => {
    const turn = (latest.current += 1);
    setLoading((before) => (before.state === 'ready' ? before : { state: 'loading' }));
    const next: Loading<z.output<Response>> = await call(
      definition,
      JSON.parse(question) as z.input<Request>,
    ).then(
      (value) => ({ state: 'ready', value }),
      (error: unknown) => ({ state: 'failed', problem: toProblem(error) }),
    );
    if (turn === latest.current) setLoading(next);
  }, [definition, question]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  return { loading, reload };
}
