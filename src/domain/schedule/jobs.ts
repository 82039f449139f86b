import { addDays, instantAt, isoWeek, localDate } from '../calendar';

export type JobKey = 'reminders' | 'status' | 'registers';

/** What the tick needs to know of a project. */
export interface ScheduledProject {
  readonly projectId: string;
  readonly zone: string;
  readonly report: { readonly enabled: boolean };
}

/** One time that one job has to run: for one project, or for all of them together. */
export interface Occurrence {
  /** Unique for ever: `status 10001 2012-W29`. */
  readonly id: string;
  readonly job: JobKey;
  /** `all` for a job that looks at every project at once. */
  readonly projectId: string;
  /** The hour, day or week that it stands for. */
  readonly period: string;
}

/** Stands for every project of the site. */
export const ALL_PROJECTS = 'all';

interface Job {
  readonly key: JobKey;
  /** Whether one run serves one project or all. */
  readonly scope: 'project' | 'site';
  /** The period whose run is due at `now`; `null` where none is. */
  readonly due: (project: ScheduledProject, now: Date) => string | null;
  /** How long after a claim that came to nothing the occurrence may be handed out again. */
  readonly leaseMinutes: number;
}

const hourOf = (instant: Date): string => instant.toISOString().slice(0, 13);

/** The weekly page is made when the working week ends: Friday at three, on the project's own clock. */
const REPORT_DAY = 4;
const REPORT_TIME = '15:00';
/** A report that is later than this is worth less than the next one: it is missed, and said to be. */
const REPORT_WINDOW_MS = 2 * 86_400_000;

/** Registers are looked at when the week begins, before anybody does. */
const REGISTERS_TIME = '03:00';
/** After a gap the week's figures are worth having for as long as most of the week is to come. */
const REGISTERS_WINDOW_MS = 3 * 86_400_000;

/** The week whose registers are to be looked at, and the UTC hour in which it began; `null` where it is too late. */
export function registerWeek(
  { zone }: Pick<ScheduledProject, 'zone'>,
  now: Date,
): { readonly week: string; readonly hour: string } | null {
  const { label, start } = isoWeek(localDate(now, zone));
  const at = instantAt(start, REGISTERS_TIME, zone);
  const isDue = at <= now && now.getTime() - at.getTime() < REGISTERS_WINDOW_MS;
  return isDue ? { week: label, hour: hourOf(at) } : null;
}

/** A new scheduled job is one entry here, and one use case. */
export const JOBS: readonly Job[] = [
  // One run for all projects: they share the searches, and a search costs a point whatever it finds.
  {
    key: 'reminders',
    scope: 'site',
    due: (_project, now) => hourOf(now),
    leaseMinutes: 30,
  },
  {
    key: 'status',
    scope: 'project',
    leaseMinutes: 90,
    due(project, now) {
      if (!project.report.enabled) return null;
      const week = isoWeek(localDate(now, project.zone));
      const at = instantAt(addDays(week.start, REPORT_DAY), REPORT_TIME, project.zone);
      return at <= now && now.getTime() - at.getTime() < REPORT_WINDOW_MS ? week.label : null;
    },
  },
  // One run for all projects whose week begins in the same hour.
  {
    key: 'registers',
    scope: 'site',
    leaseMinutes: 90,
    due: (project, now) => registerWeek(project, now)?.hour ?? null,
  },
];

/** Every occurrence that is due at `now`, once each. */
export function dueOccurrences(projects: readonly ScheduledProject[], now: Date): Occurrence[] {
  const due = JOBS.flatMap(({ key, scope, due: periodOf }) =>
    projects.flatMap((project) => {
      const period = periodOf(project, now);
      const projectId = scope === 'site' ? ALL_PROJECTS : project.projectId;
      return period === null ? [] : [{ id: `${key} ${projectId} ${period}`, job: key, projectId, period }];
    }),
  );
  return [...new Map(due.map((occurrence) => [occurrence.id, occurrence])).values()];
}

/** True where an occurrence was claimed or queued so long ago that its run must have been lost. */
export function isLost(job: JobKey, claimedAt: Date, now: Date): boolean {
  const lease = JOBS.find(({ key }) => key === job)?.leaseMinutes ?? 0;
  return now.getTime() - claimedAt.getTime() > lease * 60_000;
}
