import type { Marks } from '../../domain/registers';
import type { RegisterSnapshots } from '../../ports/register-snapshots';

/** What the last weekly snapshot kept of each record; `null` before there is one. */
export async function lastMarks(
  snapshots: Pick<RegisterSnapshots, 'recent' | 'marks'>,
  projectId: string,
  kind: string,
): Promise<Marks | null> {
  const [latest] = await snapshots.recent(projectId, kind, 1);
  return latest ? snapshots.marks(projectId, latest) : null;
}
