import type { Snapshot, Version } from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';

const MOST_OPEN = 5;
const MOST_RELEASED = 1;

/**
 * The next milestones, and, where one of the last report is among them no longer, what was released last: on most days
 * nothing was, and a look costs as much as a figure.
 */
export async function collectMilestones(
  jira: Pick<JiraFacts, 'milestones'>,
  projectId: string,
  previous: Snapshot | null,
): Promise<{ readonly versions: readonly Version[]; readonly all: boolean }> {
  const { versions, all } = await jira.milestones(projectId, { status: 'unreleased', most: MOST_OPEN });
  const listed = new Set(versions.map(({ id }) => id));
  const isMissing = previous?.milestones.some(({ id, released }) => !released && !listed.has(id)) ?? true;
  if (!isMissing) return { versions, all };
  const last = await jira.milestones(projectId, { status: 'released', most: MOST_RELEASED });
  return { versions: [...versions, ...last.versions], all };
}
