import { firstWeekEnd, type GuideStep, stepsDone } from '../../domain/guide';
import { AppError } from '../../errors';
import type { Projects as VisibleProjects } from '../../ports/access';
import type { Defaults } from '../../ports/defaults';
import type { GuideMemory } from '../../ports/guide';
import type { Ledger } from '../../ports/ledger';
import type { RunRecord } from '../../ports/schedule';
import { say } from '../../words';

export interface GuideDeps {
  readonly guide: GuideMemory;
  readonly ledger: Pick<Ledger, 'ofProject'>;
}

/** What the page has read of the site already. */
export interface ReadOfSite {
  readonly projects: readonly {
    readonly id: string;
    readonly enabled: boolean;
    readonly switchedOnAt: string | null;
  }[];
  readonly runs: readonly Pick<RunRecord, 'job' | 'state' | 'at'>[];
  readonly defaults: Awaited<ReturnType<Defaults['read']>>;
}

/** What the first week brought. */
export interface FirstWeek {
  readonly until: string;
  readonly sent: number;
  readonly withdrawn: number;
  readonly withheld: number;
}

export interface Guide {
  readonly dismissed: boolean;
  readonly projectId: string | null;
  readonly done: readonly GuideStep[];
  readonly week: FirstWeek | null;
}

/** Messages of a first week that are counted; a project with more has long been in use. */
const MOST_MESSAGES = 1_000;

/** A site that has come so far has no use for a guide. */
const MOST_PREVIEWED = 200;

/** Where the site stands on its way to the first real week. */
export async function readGuide(deps: GuideDeps, site: ReadOfSite, now: Date): Promise<Guide> {
  const { projectId: chosen, previewed, dismissedAt } = await deps.guide.read();
  const begun = site.projects.find(({ enabled }) => enabled) ?? site.projects[0];
  const projectId = chosen ?? begun?.id ?? null;
  const saved = site.projects.find(({ id }) => id === projectId) ?? null;
  const lastRun = site.runs.find(({ job, state }) => job === 'reminders' && state === 'done');
  const done = stepsDone(
    {
      hasDefaults: site.defaults !== null,
      projectId,
      saved,
      previewedAt: projectId === null ? null : (previewed[projectId] ?? null),
      lastRunAt: lastRun?.at ?? null,
    },
    now,
  );
  const since = saved?.enabled ? saved.switchedOnAt : null;
  const dismissed = dismissedAt !== null;
  return {
    dismissed,
    projectId,
    done: [...done],
    week: since === null || projectId === null || dismissed ? null : await weekOf(deps, projectId, since),
  };
}

async function weekOf({ ledger }: GuideDeps, projectId: string, since: string): Promise<FirstWeek> {
  const until = firstWeekEnd(since).toISOString();
  const entries = (await ledger.ofProject(projectId, MOST_MESSAGES)).filter(
    ({ claimedAt }) => claimedAt >= since && claimedAt < until,
  );
  const count = (state: string) => entries.filter((entry) => entry.state === state).length;
  return { until, sent: count('sent'), withdrawn: count('withdrawn'), withheld: count('withheld') };
}

/**
 * The admin begins with this project.
 * @throws AppError NOT_FOUND where Docket does not see it
 */
export async function chooseProject(
  { guide, visible }: Pick<GuideDeps, 'guide'> & { readonly visible: VisibleProjects },
  projectId: string,
): Promise<void> {
  if (!(await visible.among([projectId])).has(projectId))
    throw new AppError('NOT_FOUND', say('problem.projectUnseen'));
  await guide.save({ ...(await guide.read()), projectId });
}

/** Puts the guide away, or brings it back. */
export async function dismissGuide(
  { guide }: Pick<GuideDeps, 'guide'>,
  dismissed: boolean,
  now: Date,
): Promise<void> {
  await guide.save({ ...(await guide.read()), dismissedAt: dismissed ? now.toISOString() : null });
}

/** Somebody has seen what would be sent in a project. */
export async function notePreview(
  { guide }: Pick<GuideDeps, 'guide'>,
  projectId: string,
  now: Date,
): Promise<void> {
  const before = await guide.read();
  const { [projectId]: known, ...others } = before.previewed;
  if (known !== undefined || Object.keys(others).length >= MOST_PREVIEWED) return;
  await guide.save({ ...before, previewed: { ...others, [projectId]: now.toISOString() } });
}
