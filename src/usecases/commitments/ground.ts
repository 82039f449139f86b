import { AppError } from '../../errors';
import type { ProjectConfig } from '../../ports/projects';
import type { FollowUpDeps } from '../follow-up/deps';
import type { People } from '../follow-up/people';
import { type ProjectWorld, readProject, type World } from '../follow-up/world';
import { say } from '../../words';

/** One project as the follow-up sees it now. */
export interface Ground {
  readonly project: ProjectWorld;
  readonly people: People;
  readonly world: World;
}

/** With these settings, which need not be saved. @throws AppError NOT_FOUND where the project cannot be read */
export async function groundOf(deps: FollowUpDeps, config: ProjectConfig): Promise<Ground> {
  const world = await readProject(deps, deps.clock.now(), config);
  const [project] = world.projects;
  if (!project) throw new AppError('NOT_FOUND', world.broken[0]?.why ?? say('problem.projectUnread'));
  return { project, people: world.people, world };
}

/** The settings of a project in which Docket is at work. @throws AppError BAD_INPUT where it is switched off */
export async function switchedOn(
  { projects }: Pick<FollowUpDeps, 'projects'>,
  projectId: string,
): Promise<ProjectConfig> {
  const config = await projects.get(projectId);
  if (config?.enabled) return config;
  throw new AppError('BAD_INPUT', say('problem.switchedOff'));
}

/**
 * The settings of a project, as if it were switched on now where it is not: for a look at what would come.
 * @throws AppError BAD_INPUT where none were ever saved
 */
export async function asSwitchedOn(
  { projects, clock }: Pick<FollowUpDeps, 'projects' | 'clock'>,
  projectId: string,
): Promise<ProjectConfig> {
  const config = await projects.get(projectId);
  if (!config) throw new AppError('BAD_INPUT', say('problem.neverSetUp'));
  return config.enabled ? config : { ...config, enabled: true, switchedOnAt: clock.now().toISOString() };
}

/** Numbers of the issues for which another date was promised: Jira knows only the date that was promised first. */
export const promisedIssues = ({ choices }: Pick<ProjectWorld, 'choices'>): string[] =>
  [...choices.values()]
    .filter(({ promised }) => promised !== null)
    .map(({ commitmentId }) => commitmentId.replace(/^jira:/, ''))
    .filter((id) => /^\d+$/.test(id));
