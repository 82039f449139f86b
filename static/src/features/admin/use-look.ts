import { useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { admin } from '../../api/contract';

type Part = z.infer<typeof admin.person.response>;
export type PersonRow = Part['rows'][number];

/** All that is kept of a person. */
export interface Look {
  readonly accountId: string;
  readonly rows: readonly PersonRow[];
}

/** Goes through the storage part by part, until it is through or somebody stops it. */
export function useLook() {
  const [found, setFound] = useState<Look | null>(null);
  const [progress, setProgress] = useState<Pick<Part, 'behind' | 'parts'> | null>(null);
  const turn = useRef(0);
  const stop = () => {
    turn.current += 1;
    setProgress(null);
  };
  const look = async (accountId: string) => {
    const mine = (turn.current += 1);
    setFound(null);
    setProgress({ behind: 0, parts: 0 });
    const rows: PersonRow[] = [];
    let from: Part['next'] = null;
    try {
      do {
        const part: Part = await call(admin.person, { accountId, from });
        if (mine !== turn.current) return;
        rows.push(...part.rows);
        from = part.next;
        setProgress(part);
      } while (from !== null);
      setFound({ accountId, rows });
    } finally {
      if (mine === turn.current) setProgress(null);
    }
  };
  return { found, progress, look, stop };
}

/** Rows by what erasing does with them. */
export const countOf = (rows: readonly PersonRow[], ...effects: readonly PersonRow['effect'][]): number =>
  rows.filter(({ effect }) => effects.includes(effect)).length;
