import type { StatusView } from '../contract/status';
import { addDays, isoWeek, localDate, type IsoWeek } from '../domain/calendar';
import {
  deltaOf,
  forAudience,
  parseProperty,
  sectionsOf,
  snapshotOf,
  STATUS_PROPERTY,
  takeSnapshot,
  titleOf,
  type Snapshot,
} from '../domain/status';
import { AppError } from '../errors';
import type { Confluence, ConfluenceSpace } from '../ports/confluence';
import type { Issues } from '../ports/issues';
import type { ProjectConfig, Projects } from '../ports/projects';
import type { RememberedPage, StatusMemories, StatusMemory } from '../ports/status-memory';
import { collectFacts, type CollectDeps } from './status/collect-facts';
import { previousOf, statusView } from './status-view';
import { writeStatusPage } from './write-status-page';

export interface PublishDeps extends CollectDeps {
  readonly projects: Pick<Projects, 'get'>;
  readonly issues: Pick<Issues, 'project'>;
  readonly confluence: Confluence;
  readonly memories: StatusMemories;
}

export interface Published {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly status: StatusView;
}

type Project = Awaited<ReturnType<Issues['project']>>;

/** Weeks that are remembered: two months of trend. */
const MAX_SNAPSHOTS = 8;

/**
 * Publishes the status of the ISO week that it is at `now` in the project's zone: creates the page, or brings it up to
 * date in place. Where the page says it all already, nothing is written.
 *
 * @throws AppError BAD_INPUT where space or parent is missing, naming it; NO_CONFLUENCE; and what the ports throw.
 */
export async function publishStatus(
  deps: PublishDeps,
  { projectId, now }: { readonly projectId: string; readonly now: Date },
): Promise<Published> {
  const config = await deps.projects.get(projectId);
  if (!config) throw new AppError('BAD_INPUT', 'Docket is not set up for this project.');
  const space = await spaceOf(deps.confluence, config);
  const [project, memory] = await Promise.all([
    deps.issues.project(projectId),
    deps.memories.read(projectId),
  ]);
  const today = localDate(now, config.zone);
  const week = isoWeek(today);
  const previous = await findPrevious(deps.confluence, { project, week, space, memory });
  const { audience, tolerances } = config.reporting;
  const collected = await collectFacts(deps, { project, config, week, now, previous });
  const facts = forAudience(collected.facts, audience);
  const { queries } = collected;
  const snapshot = takeSnapshot({ facts, queries, week, today, asOf: now, previous, tolerances });
  const delta = previous && deltaOf(snapshot, previous);
  const { zone } = config;
  const { siteUrl } = space;

  const parentId = config.report.parentPageId ?? space.homepageId ?? '';
  const written = await writeStatusPage(deps.confluence, {
    projectId,
    week: week.label,
    spaceId: space.id,
    parentId,
    title: titleOf(project, week),
    remembered: memory.page,
    snapshot,
    draft: (kept) =>
      sectionsOf({
        project,
        zone,
        today,
        week,
        siteUrl,
        previousUrl: null,
        audience,
        facts,
        snapshot,
        delta,
        leads: [],
        kept,
      }),
    checkParent: () => checkParent(deps.confluence, space, parentId),
    announce: (title, marks) => {
      const page = { week: week.label, id: null, title, url: null, version: 0, marks };
      return deps.memories.write(projectId, { ...memory, page });
    },
  });
  const { outcome, shown } = written;
  const page: RememberedPage = {
    week: week.label,
    id: written.page.id,
    title: written.page.title,
    url: `${siteUrl ?? ''}${written.page.path ?? `/wiki/pages/viewpage.action?pageId=${written.page.id}`}`,
    version: written.page.version,
    marks: written.marks,
  };
  if (outcome !== 'unchanged' || memory.page?.id !== page.id) {
    const others = memory.snapshots.filter((other) => other.week !== week.label);
    const snapshots = [shown, ...others].slice(0, MAX_SNAPSHOTS);
    await deps.memories.write(projectId, { page, snapshots });
  }
  return { outcome, status: statusView({ project, snapshot: shown, previous, page }) };
}

async function spaceOf(confluence: Confluence, { report }: ProjectConfig): Promise<ConfluenceSpace> {
  if (report.spaceKey === null) {
    const message =
      'No Confluence space is chosen for the weekly status: a project admin can name one in the settings.';
    throw new AppError('BAD_INPUT', message);
  }
  const space = await confluence.findSpace(report.spaceKey);
  if (space) return space;
  const message = `There is no Confluence space ${report.spaceKey} that Docket may see: check its key, and that apps may view it.`;
  throw new AppError('BAD_INPUT', message);
}

/** Asked before anything is created: Confluence's own answer does not tell which of space, parent and right is missing. */
async function checkParent(confluence: Confluence, space: ConfluenceSpace, parentId: string): Promise<void> {
  if (parentId === '') {
    throw new AppError(
      'BAD_INPUT',
      `Space ${space.key} has no home page: choose a parent page in the settings.`,
    );
  }
  const parent = await confluence.readPage(parentId);
  if (parent?.status === 'current' && parent.spaceId === space.id) return;
  const why = parent?.status === 'current' ? 'is in another space' : 'is gone, or hidden from Docket';
  const message = `The parent page ${parentId} of the weekly status ${why}: choose another in the project's settings.`;
  throw new AppError('BAD_INPUT', message);
}

/** Last week's figures: from memory or, where that is empty, from last week's page, which carries them itself. */
async function findPrevious(
  confluence: Confluence,
  asked: { project: Project; week: IsoWeek; space: ConfluenceSpace; memory: StatusMemory },
): Promise<Snapshot | null> {
  const { project, week, space, memory } = asked;
  const remembered = previousOf(memory.snapshots, week.label);
  if (remembered || memory.snapshots.length > 0) return remembered;
  const lastWeek = isoWeek(addDays(week.start, -7));
  const [page] = await confluence.findByTitle(space.id, titleOf(project, lastWeek));
  if (!page) return null;
  const property = parseProperty((await confluence.readProperty(page.id, STATUS_PROPERTY))?.value);
  return property?.project === project.id && property.week === lastWeek.label ? snapshotOf(property) : null;
}
