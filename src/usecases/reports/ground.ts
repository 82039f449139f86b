import { localDate, type LocalDate, type WorkingCalendar } from '../../domain/calendar';
import { AppError } from '../../errors';
import type { Confluence, ConfluencePage, ConfluenceSpace } from '../../ports/confluence';
import type { ProjectFacts } from '../../ports/issues';
import type { ProjectConfig } from '../../ports/projects';
import { policyOf } from '../policy-of';
import { say } from '../../words';
import type { ReportDeps } from './deps';

/** What is read once for all that one run does about a project's reports. */
export interface Ground {
  readonly config: ProjectConfig;
  readonly project: ProjectFacts;
  readonly space: ConfluenceSpace;
  readonly parentId: string;
  readonly working: WorkingCalendar;
  readonly now: Date;
  /** On the project's own calendar. */
  readonly today: LocalDate;
}

/** @throws AppError BAD_INPUT where the space cannot be written to, naming it; NO_CONFLUENCE. */
export async function groundOf(deps: ReportDeps, config: ProjectConfig, now: Date): Promise<Ground> {
  const space = await spaceOf(deps.confluence, config);
  const [project, policy] = await Promise.all([
    deps.issues.project(config.projectId),
    policyOf(deps.holidays, config, now),
  ]);
  const parentId = config.report.parentPageId ?? space.homepageId ?? '';
  const today = localDate(now, config.zone);
  return { config, project, space, parentId, working: policy.calendar, now, today };
}

async function spaceOf(confluence: Confluence, { report }: ProjectConfig): Promise<ConfluenceSpace> {
  if (report.spaceKey === null) {
    throw new AppError('BAD_INPUT', say('problem.noSpaceChosen'));
  }
  const space = await confluence.findSpace(report.spaceKey);
  if (space) return space;
  throw new AppError('BAD_INPUT', say('problem.spaceUnseen', { key: report.spaceKey }));
}

/** Asked before anything is created: Confluence's own answer does not tell which of space, parent and right is missing. */
export async function checkParent(
  confluence: Confluence,
  { space, parentId }: Pick<Ground, 'space' | 'parentId'>,
): Promise<void> {
  if (parentId === '') {
    throw new AppError('BAD_INPUT', say('problem.noHomePage', { key: space.key }));
  }
  const parent = await confluence.readPage(parentId);
  if (parent?.status === 'current' && parent.spaceId === space.id) return;
  const why = parent?.status === 'current' ? 'problem.parentElsewhere' : 'problem.parentGone';
  throw new AppError('BAD_INPUT', say(why, { id: parentId }));
}

/** Where people open a page. */
export const pageUrl = (
  { siteUrl }: Pick<ConfluenceSpace, 'siteUrl'>,
  { id, path }: Pick<ConfluencePage, 'id' | 'path'>,
): string => `${siteUrl ?? ''}${path ?? `/wiki/pages/viewpage.action?pageId=${id}`}`;
