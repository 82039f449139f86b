import { instantAt, isoWeek, localDate } from '../calendar';
import { reportOccurrences, type ReportTimes } from '../reports';

export type JobKey = 'reminders' | 'report' | 'registers' | 'privacy';

/** What the tick needs to know of a project. */
export interface ScheduledProject {
  readonly projectId: string;
  readonly report: { readonly enabled: boolean };
  readonly zone: string;
  readonly times: Omit<ReportTimes, 'zone'>;
}

/** One time that one job has to run: for one project, or for all of them together. */
export interface Occurrence {
  /** Unique for ever: `report 10001 2012-W29 publish`. */
  readonly id: string;
  readonly job: JobKey;
  /** `all` for a job that looks at every project at once. */
  readonly projectId: string;
  /** What it stands for: an hour, or a step of a report. */
  readonly period: string;
}

/** Stands for every project of the site. */
export const ALL_PROJECTS = 'all';

interface Job {
  readonly key: JobKey;
  /** Whether one run serves one project or all. */
  readonly scope: 'project' | 'site';
  /** The periods whose runs are due at `now`. */
  readonly due: (project: ScheduledProject, now: Date) => readonly string[];
  /** How long after a claim that came to nothing the occurrence may be handed out again. */
  readonly leaseMinutes: number;
}

const hourOf = (instant: Date): string => instant.toISOString().slice(0, 13);

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

/** Away from the rush of a week's first hours: Tuesday at two, in UTC. */
const PRIVACY_AFTER_MS = 26 * 3_600_000;

/** The week whose report on accounts is due. */
function privacyWeek(now: Date): readonly string[] {
  const { label, start } = isoWeek(localDate(now, 'UTC'));
  return now.getTime() - instantAt(start, '00:00', 'UTC').getTime() < PRIVACY_AFTER_MS ? [] : [label];
}

/** A new scheduled job is one entry here, and one use case. */
export const JOBS: readonly Job[] = [
  // One run for all projects: they share the searches, and a search costs a point whatever it finds.
  {
    key: 'reminders',
    scope: 'site',
    due: (_project, now) => [hourOf(now)],
    leaseMinutes: 30,
  },
  {
    key: 'report',
    scope: 'project',
    leaseMinutes: 90,
    due: ({ report, zone, times }, now) => (report.enabled ? reportOccurrences({ ...times, zone }, now) : []),
  },
  // One run for all projects whose week begins in the same hour.
  {
    key: 'registers',
    scope: 'site',
    leaseMinutes: 90,
    due(project, now) {
      const week = registerWeek(project, now);
      return week === null ? [] : [week.hour];
    },
  },
  // Atlassian is told once a week of whom something is kept.
  {
    key: 'privacy',
    scope: 'site',
    leaseMinutes: 90,
    due: (_project, now) => privacyWeek(now),
  },
];

/** Every occurrence that is due at `now`, once each. */
export function dueOccurrences(projects: readonly ScheduledProject[], now: Date): Occurrence[] {
  const due = JOBS.flatMap(({ key, scope, due: periodsOf }) =>
    projects.flatMap((project) => {
      const projectId = scope === 'site' ? ALL_PROJECTS : project.projectId;
      return periodsOf(project, now).map((period) => ({
        id: `${key} ${projectId} ${period}`,
        job: key,
        projectId,
        period,
      }));
    }),
  );
  return [...new Map(due.map((occurrence) => [occurrence.id, occurrence])).values()];
}

/**
 * Names the work that an occurrence stands for. Every hour's look at the commitments does what the hours before left,
 * so that all of them are one work.
 */
export const workOf = ({ id, job, projectId }: Pick<Occurrence, 'id' | 'job' | 'projectId'>): string =>
  job === 'reminders' ? `${job} ${projectId}` : id;

/** True where an occurrence was claimed or queued so long ago that its run must have been lost. */
export function isLost(job: JobKey, claimedAt: Date, now: Date): boolean {
  const lease = JOBS.find(({ key }) => key === job)?.leaseMinutes ?? 0;
  return now.getTime() - claimedAt.getTime() > lease * 60_000;
}
