import type { Ids } from '../../ports/ids';
import type { JobQueue } from '../../ports/schedule';
import { LEASE_MS } from '../follow-up/recover';
import type { ReportKey } from './deps';

/**
 * Asked for before a person's step that the schedule knows nothing of: should its call die half-way, a run that comes
 * once every lease is over brings the report to its end. Where nothing died, that run finds nothing to do.
 */
export function lookAgain(
  { queue, ids }: { readonly queue: JobQueue; readonly ids: Ids },
  { projectId, label }: ReportKey,
  after: 'approval' | 'publication' | 'correction',
): Promise<void> {
  const period = `${label} look after ${after}`;
  const id = `report ${projectId} ${period} ${ids.next()}`;
  return queue.push('report', [{ id, job: 'report', projectId, period }], LEASE_MS / 1000);
}
