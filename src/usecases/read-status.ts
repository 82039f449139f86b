import type { StatusView } from '../contract/status';
import { deltaOf, type Delta, type Snapshot } from '../domain/status';
import type { StatusMemories } from '../ports/status-memory';
import { previousOf, statusView } from './status-view';

interface Asked {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
}

/** The last published status of a project, without asking Jira or Confluence; null where there is none. */
export async function readStatus(
  deps: { readonly memories: StatusMemories },
  { project }: Asked,
): Promise<StatusView | null> {
  const { page, snapshots } = await deps.memories.read(project.id);
  const [snapshot] = snapshots;
  if (!snapshot) return null;
  const previous = previousOf(snapshots, snapshot.week);
  return statusView({ project, snapshot, previous, page: page?.week === snapshot.week ? page : null });
}

/** The last published snapshot and its change, for an export; null where there is none. */
export async function readSnapshot(
  deps: { readonly memories: StatusMemories },
  { project }: Asked,
): Promise<{ snapshot: Snapshot; delta: Delta | null } | null> {
  const { snapshots } = await deps.memories.read(project.id);
  const [snapshot] = snapshots;
  if (!snapshot) return null;
  const previous = previousOf(snapshots, snapshot.week);
  return { snapshot, delta: previous && deltaOf(snapshot, previous) };
}
