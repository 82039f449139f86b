import { addDays, instantAt, isoWeek, localDate } from '../calendar';

export type JobKey = 'reminders' | 'status';

/** What the tick needs to know of a project. */
export interface ScheduledProject {
  readonly projectId: string;
  readonly zone: string;
  readonly report: { readonly enabled: boolean };
}

/** One time that one job has to run for one project. */
export interface Occurrence {
  /** Unique for ever: `status 10001 2012-W29`. */
  readonly id: string;
  readonly job: JobKey;
  readonly projectId: string;
  /** The hour, day or week that it stands for. */
  readonly period: string;
}

interface Job {
  readonly key: JobKey;
  /** The period whose run is due at `now`; `null` where none is. */
  readonly due: (project: ScheduledProject, now: Date) => string | null;
  /** How long after a claim that came to nothing the occurrence may be handed out again. */
  readonly leaseMinutes: number;
}

/** The weekly page is made when the working week ends: Friday at three, on the project's own clock. */
const REPORT_DAY = 4;
const REPORT_TIME = '15:00';
/** A report that is later than this is worth less than the next one: it is missed, and said to be. */
const REPORT_WINDOW_MS = 2 * 86_400_000;

/** A new scheduled job is one entry here, and one use case. */
export const JOBS: readonly Job[] = [
  { key: 'reminders', due: (_project, now) => now.toISOString().slice(0, 13), leaseMinutes: 30 },
  {
    key: 'status',
    leaseMinutes: 90,
    due(project, now) {
      if (!project.report.enabled) return null;
      const week = isoWeek(localDate(now, project.zone));
      const at = instantAt(addDays(week.start, REPORT_DAY), REPORT_TIME, project.zone);
      return at <= now && now.getTime() - at.getTime() < REPORT_WINDOW_MS ? week.label : null;
    },
  },
];

/** Every occurrence that is due for this project at `now`. */
export function dueOccurrences(project: ScheduledProject, now: Date): Occurrence[] {
  return JOBS.flatMap((job) => {
    const period = job.due(project, now);
    return period === null
      ? []
      : [
          {
            id: `${job.key} ${project.projectId} ${period}`,
            job: job.key,
            projectId: project.projectId,
            period,
          },
        ];
  });
}

/** True where an occurrence was claimed or queued so long ago that its run must have been lost. */
export function isLost(job: JobKey, claimedAt: Date, now: Date): boolean {
  const lease = JOBS.find(({ key }) => key === job)?.leaseMinutes ?? 0;
  return now.getTime() - claimedAt.getTime() > lease * 60_000;
}
