import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { useLongWork } from '../../shared/use-long-work';

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
  const work = useLongWork();
  const look = (accountId: string) =>
    work.run(async ({ onDone, signal }) => {
      setFound(null);
      const rows: PersonRow[] = [];
      let from: Part['next'] = null;
      do {
        const part: Part = await call(admin.person, { accountId, from });
        if (signal.aborted) return;
        rows.push(...part.rows);
        from = part.next;
        onDone(part.behind, part.parts);
      } while (from !== null);
      setFound({ accountId, rows });
    });
  return { ...work, found, look };
}

/** Rows by what erasing does with them. */
export const countOf = (rows: readonly PersonRow[], ...effects: readonly PersonRow['effect'][]): number =>
  rows.filter(({ effect }) => effects.includes(effect)).length;
