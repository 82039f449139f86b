import type { CommitmentView } from '../../api/contract';
import { NO_VALUE } from '../../shared/table/table-column';
import { isLate } from './ageing';

/** What one person owes; of `NO_VALUE`, what nobody owns. */
export interface Load {
  readonly owner: string;
  readonly open: number;
  readonly late: number;
}

/** Who owes how much, the most late first, then the most. */
export function ownerLoad(rows: readonly Pick<CommitmentView, 'owner' | 'stage'>[]): Load[] {
  const loads = new Map<string, { open: number; late: number }>();
  for (const row of rows) {
    const owner = row.owner ?? NO_VALUE;
    const load = loads.get(owner) ?? { open: 0, late: 0 };
    load.open += 1;
    if (isLate(row)) load.late += 1;
    loads.set(owner, load);
  }
  return [...loads]
    .map(([owner, load]) => ({ owner, ...load }))
    .sort((one, other) => other.late - one.late || other.open - one.open);
}
