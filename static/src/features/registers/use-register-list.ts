import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { registers } from '../../api/contract';
import { toProblem, type Loading, type UsedCall } from '../../shared/use-call';

export type RegisterList = z.output<typeof registers.list.response>;

/**
 * A register, slice by slice: the first fills the screen, and the others follow while somebody reads; `next` is `null`
 * once it is complete. Asked again, what is on the screen stays until all of it is there.
 */
export function useRegisterList(kind: string): UsedCall<RegisterList> {
  const [loading, setLoading] = useState<Loading<RegisterList>>({ state: 'loading' });
  const latest = useRef(0);
  const isShown = useRef(false);

  const reload = useCallback(async () => {
    const turn = (latest.current += 1);
    const show = (next: Loading<RegisterList>) => {
      if (turn === latest.current) setLoading(next);
      isShown.current = next.state === 'ready';
    };
    if (!isShown.current) show({ state: 'loading' });
    const wasShown = isShown.current;
    try {
      let list: RegisterList | null = null;
      do {
        list = await withNext(kind, list);
        if (!wasShown || list.next === null) show({ state: 'ready', value: list });
      } while (list.next !== null && turn === latest.current);
    } catch (error) {
      show({ state: 'failed', problem: toProblem(error) });
    }
  }, [kind]);

  useEffect(() => {
    isShown.current = false;
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  return { loading, reload };
}

async function withNext(kind: string, before: RegisterList | null): Promise<RegisterList> {
  if (before?.next == null) return call(registers.list, { kind });
  const named = Object.keys(before.names).slice(0, 1_000);
  const slice = await call(registers.list, { kind, cursor: before.next, named });
  return {
    ...slice,
    records: [...before.records, ...slice.records],
    unreadable: [...before.unreadable, ...slice.unreadable],
    names: { ...before.names, ...slice.names },
  };
}
