import type { Projects } from '../../ports/projects';

/**
 * Whether whoever reads pages of this space may read the project's reports: the project has chosen their audience to be
 * the space, and this is the space in which they are published.
 */
export async function isForReadersOf(
  { projects }: { readonly projects: Pick<Projects, 'get'> },
  projectId: string,
  spaceKey: string,
): Promise<boolean> {
  const config = await projects.get(projectId);
  if (!config?.enabled || !config.report.enabled) return false;
  return config.reporting.audience === 'space' && config.report.spaceKey === spaceKey;
}
