import type { TaskMemory } from '../../ports/projects';
import type { TaskSource } from '../../ports/tasks';
import type { TaskProject } from './task-asks';
import type { ProjectWorld } from './world';

/** Pages may be moved to another space, and spaces renamed: both are rare. */
const FRESH_MS = 24 * 3_600_000;

export interface ResolvedSpaces {
  readonly found: TaskProject;
  readonly memory: TaskMemory;
  /** What the settings name and the app does not see. */
  readonly unseen: readonly string[];
}

/** Which spaces a project's settings come to, read again daily, and at once when the settings have changed. */
export async function resolveSpaces(
  source: Pick<TaskSource, 'spaces' | 'pages'>,
  project: ProjectWorld,
  now: Date,
): Promise<ResolvedSpaces> {
  const { tasks } = project.config;
  const settings = JSON.stringify([tasks.spaceKeys, tasks.pageIds]);
  const before = project.memory.tasks?.settings === settings ? project.memory.tasks : null;
  const isFresh = before !== null && now.getTime() - Date.parse(before.readAt) < FRESH_MS;
  const { spaceIds, treeSpaceIds, unseen } = isFresh ? before : await readSpaces(source, tasks);
  // Saved settings start afresh for issues and tasks alike; the ledger keeps both from repeating themselves.
  const sweptUntil = project.memory.sweptUntil === null ? null : (before?.sweptUntil ?? null);
  return {
    found: { project, spaceIds, treeSpaceIds, sweptUntil: sweptUntil === null ? null : new Date(sweptUntil) },
    memory: {
      settings,
      spaceIds,
      treeSpaceIds,
      unseen,
      readAt: isFresh ? before.readAt : now.toISOString(),
      sweptUntil,
    },
    unseen,
  };
}

/** What such words name. */
export function unseenPlace(
  words: string,
): { readonly kind: 'space' | 'page'; readonly name: string } | null {
  const [, kind, name] = /^the (space|page) (.+)$/.exec(words) ?? [];
  return name !== undefined && (kind === 'space' || kind === 'page') ? { kind, name } : null;
}

/** Ids of the spaces of which every page counts, and of those that hold the page trees. */
export async function readSpaces(
  source: Pick<TaskSource, 'spaces' | 'pages'>,
  { spaceKeys, pageIds }: ProjectWorld['config']['tasks'],
): Promise<Pick<TaskMemory, 'spaceIds' | 'treeSpaceIds' | 'unseen'>> {
  const spaces = await source.spaces(spaceKeys);
  const pages = await source.pages(pageIds, false);
  return {
    spaceIds: [...new Set(spaces.values())],
    treeSpaceIds: [...new Set([...pages.values()].map(({ spaceId }) => spaceId))],
    unseen: [
      ...spaceKeys.filter((key) => !spaces.has(key)).map((key) => `the space ${key}`),
      ...pageIds.filter((id) => !pages.has(id)).map((id) => `the page ${id}`),
    ],
  };
}
