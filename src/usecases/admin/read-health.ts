import { JOBS, type JobKey } from '../../domain/schedule/jobs';
import type { Projects as VisibleProjects } from '../../ports/access';
import type { DeadLetters } from '../../ports/dead-letters';
import type { Progress } from '../../ports/progress';
import type { ProjectConfig, Projects, SweepMemories } from '../../ports/projects';
import type { LeftOut, RunRecord, Runs } from '../../ports/schedule';
import { say, type Text } from '../../words';
import { unseenPlace } from '../follow-up/task-spaces';
import { isOpen } from '../jobs/dead-letters';

export interface HealthDeps {
  readonly projects: Pick<Projects, 'all' | 'memories'>;
  /** With the rights of Docket itself: what it cannot see, it cannot follow up. */
  readonly visible: VisibleProjects;
  readonly runs: Pick<Runs, 'recent'>;
  readonly progress: Pick<Progress, 'pointsOn'>;
  readonly deadLetters: Pick<DeadLetters, 'all'>;
}

/** Something that Docket cannot read and therefore does not follow up. */
export interface Unread {
  readonly what: 'no-access' | 'project' | 'records' | 'pages';
  readonly projectId: string;
  readonly detail: Text;
  /** When a run met it, an instant; `null` where it was looked at just now. */
  readonly at: string | null;
}

/** A week of hourly runs. */
const MOST_RUNS = 7 * 24;
const DAY_MS = 86_400_000;

/** What the app did on this site in the last week, what waits, and what it could not do. */
export async function readHealth(deps: HealthDeps, now: Date) {
  const [configs, memories, letters, points, ...runsOfJobs] = await Promise.all([
    deps.projects.all(),
    deps.projects.memories(),
    deps.deadLetters.all(),
    deps.progress.pointsOn(lastDays(now)),
    ...JOBS.map(({ key }) => deps.runs.recent(key, MOST_RUNS)),
  ]);
  const seen = await deps.visible.among(configs.map(({ projectId }) => projectId));
  const since = new Date(now.getTime() - 7 * DAY_MS).toISOString();
  const runs = runsOfJobs
    .flat()
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
  return {
    projects: configs.map(({ projectId, enabled, switchedOnAt }) => {
      const found = seen.get(projectId);
      return { id: projectId, key: found?.key ?? null, name: found?.name ?? null, enabled, switchedOnAt };
    }),
    runs,
    hours: hoursOf(points, runs),
    waiting: latest(runs).filter(({ deferred }) => deferred !== null),
    unread: [...noAccess(configs, seen), ...leftOut(runs), ...unseenPages(configs, memories)],
    letters: letters
      .map((letter) => ({ ...letter, isOpen: isOpen(letter, now) }))
      .sort((a, b) => b.at.localeCompare(a.at)),
  };
}

/** The days of the last week, as `2026-07-21`. */
const lastDays = (now: Date): string[] =>
  Array.from({ length: 8 }, (_, n) => new Date(now.getTime() - n * DAY_MS).toISOString().slice(0, 10));

/** Jobs that keep to the budget count their points themselves, since several runs share an hour. */
const COUNTED: ReadonlySet<JobKey> = new Set(['reminders', 'registers']);

function hoursOf(points: Readonly<Record<string, number>>, runs: readonly RunRecord[]) {
  const hours = { ...points };
  for (const { job, at, points: used } of runs) {
    const hour = at.slice(0, 13);
    if (!COUNTED.has(job) && used > 0) hours[hour] = (hours[hour] ?? 0) + used;
  }
  return Object.entries(hours)
    .map(([hour, used]) => ({ hour, points: used }))
    .sort((a, b) => a.hour.localeCompare(b.hour));
}

/** The newest run of each job and project. */
function latest(runs: readonly RunRecord[]): RunRecord[] {
  const first = new Map<string, RunRecord>();
  for (const run of runs) {
    const key = `${run.job} ${run.projectId}`;
    if (!first.has(key)) first.set(key, run);
  }
  return [...first.values()];
}

function noAccess(configs: readonly ProjectConfig[], seen: ReadonlyMap<string, unknown>): Unread[] {
  return configs
    .filter(({ projectId, enabled }) => enabled && !seen.has(projectId))
    .map(({ projectId }) => ({ what: 'no-access', projectId, detail: '', at: null }));
}

/** Of the last finished look at the commitments, and of a week's looks at registers, each thing once. */
function leftOut(runs: readonly RunRecord[]): Unread[] {
  const lastLook = runs.find(({ job, state }) => job === 'reminders' && state === 'done');
  const looks = runs.filter((run) => run === lastLook || run.job !== 'reminders');
  const found = new Map<string, Unread>();
  for (const { at, leftOut: things } of looks)
    for (const { what, projectId, why } of things) {
      const key = `${what} ${projectId} ${nameOf({ what, why })}`;
      if (!found.has(key)) found.set(key, { what, projectId, detail: why, at });
    }
  return [...found.values()];
}

/** Records are told by register, whatever their number was in that week. */
const nameOf = ({ what, why }: Pick<LeftOut, 'what' | 'why'>): string =>
  what === 'records' ? String(why).replace(/:.*/s, '') : String(why);

/** What a project's settings name of Confluence and Docket does not see. */
function unseenPages(configs: readonly ProjectConfig[], memories: SweepMemories): Unread[] {
  return configs
    .filter(({ enabled }) => enabled)
    .flatMap(({ projectId }) => {
      const tasks = memories[projectId]?.tasks;
      return (tasks?.unseen ?? []).map((unseen): Unread => ({
        what: 'pages',
        projectId,
        detail: whyUnseen(unseen),
        at: tasks?.readAt ?? null,
      }));
    });
}

function whyUnseen(unseen: string): Text {
  const place = unseenPlace(unseen);
  if (place === null) return unseen;
  return place.kind === 'space'
    ? say('admin.spaceUnseen', { name: place.name })
    : say('admin.pageUnseen', { name: place.name });
}

export type Health = Awaited<ReturnType<typeof readHealth>>;
