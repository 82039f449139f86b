import { isAppError } from '../errors';
import type { Issues } from '../ports/issues';
import type { ProjectConfig, Projects } from '../ports/projects';
import { ALL_PROJECTS } from '../domain/schedule/jobs';
import type { RunRecord, Runs } from '../ports/schedule';

export interface HealthDeps {
  readonly projects: Pick<Projects, 'all'>;
  readonly runs: Pick<Runs, 'recent'>;
  readonly issues: Pick<Issues, 'project'>;
}

interface NamedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly switchedOnAt: string | null;
}

const RUNS_A_PROJECT = 30;

/** Projects that ever used Docket and their newest runs, newest first. */
export async function readHealth({ projects, runs, issues }: HealthDeps) {
  const configs = await projects.all();
  const named = await Promise.all(configs.map((config) => nameProject(issues, config)));
  const keyOf = new Map([[ALL_PROJECTS, 'all projects'], ...named.map(({ id, key }) => [id, key] as const)]);
  const ids = [ALL_PROJECTS, ...configs.map(({ projectId }) => projectId)];
  const recent = await Promise.all(ids.map((projectId) => runs.recent(projectId, RUNS_A_PROJECT)));
  return {
    projects: named,
    runs: recent
      .flat()
      .sort((a, b) => b.at.localeCompare(a.at))
      .map((run: RunRecord) => ({ ...run, projectKey: keyOf.get(run.projectId) ?? run.projectId })),
  };
}

async function nameProject(
  issues: Pick<Issues, 'project'>,
  { projectId, enabled, switchedOnAt }: ProjectConfig,
): Promise<NamedProject> {
  try {
    const { key, name } = await issues.project(projectId);
    return { id: projectId, key, name, enabled, switchedOnAt };
  } catch (error) {
    if (!isAppError(error, 'NOT_FOUND', 'FORBIDDEN')) throw error;
    return {
      id: projectId,
      key: projectId,
      name: 'Docket can no longer see this project',
      enabled,
      switchedOnAt,
    };
  }
}
