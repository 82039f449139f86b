import { useCallback } from 'react';
import type { z } from 'zod';
import { call } from '../api/call';
import type { Call } from '../api/contract';
import { type Freshness, type Read, toProblem, type UsedCall, useReading } from './use-reading';

export { toProblem, type UsedCall };

/** Asks the app for one answer; see `useReading` for when it is asked again. */
export function useCall<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Call<Request, Response>,
  request: z.input<Request>,
  freshness?: Freshness,
): UsedCall<z.output<Response>> {
  const question = JSON.stringify(request);
  const read = useCallback<Read<z.output<Response>>>(
    async (show) => {
      const value = await call(definition, JSON.parse(question) as z.input<Request>);
      show(() => value);
    },
    [definition, question],
  );
  return useReading(read, freshness);
}
