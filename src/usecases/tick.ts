import {
  ALL_PROJECTS,
  dueOccurrences,
  isLost,
  JOBS,
  type JobKey,
  type Occurrence,
  type ScheduledProject,
} from '../domain/schedule/jobs';
import { isPlain } from '../domain/reports';
import type { Holidays } from '../ports/holidays';
import type { ProjectConfig, Projects } from '../ports/projects';
import type { JobQueue, RunRecord, Runs } from '../ports/schedule';
import { say } from '../words';
import { policyOf } from './policy-of';

export interface TickDeps {
  readonly projects: Pick<Projects, 'enabled'>;
  readonly runs: Runs;
  readonly queue: JobQueue;
  readonly holidays: Pick<Holidays, 'of'>;
}

/**
 * What the hourly trigger does: asks the job table what is due, claims each occurrence once, and hands it to its
 * queue. A tick that comes late, twice or after a gap ends the same. @returns what was handed out.
 */
export async function tick(deps: TickDeps, now: Date): Promise<Occurrence[]> {
  const projects: ScheduledProject[] = [];
  for (const config of await deps.projects.enabled())
    projects.push(await scheduled(deps.holidays, config, now));
  const due = dueOccurrences(projects, now);
  // Most of what is due was handed out by an earlier tick: all of that is known by one reading.
  const known = await deps.runs.known(due.map(({ id }) => id));
  const handedOut: Occurrence[] = [];
  for (const { key } of JOBS) {
    const claimed: Occurrence[] = [];
    for (const occurrence of due.filter(({ job }) => job === key)) {
      if (await claim(deps.runs, occurrence, known.get(occurrence.id), now)) claimed.push(occurrence);
    }
    if (claimed.length === 0) continue;
    await handOut(deps, key, claimed, now);
    handedOut.push(...claimed);
  }
  return handedOut;
}

async function scheduled(
  holidays: TickDeps['holidays'],
  config: ProjectConfig,
  now: Date,
): Promise<ScheduledProject> {
  const { projectId, zone, report, reporting, underway } = config;
  const { calendar: working } = await policyOf(holidays, config, now);
  return {
    projectId,
    zone,
    report,
    times: { calendar: reporting.calendar, isPlain: isPlain(reporting), underway, working },
  };
}

/** Hands out one occurrence that no clock calls for. */
export async function handOutNow(
  deps: Pick<TickDeps, 'runs' | 'queue'>,
  occurrence: Occurrence,
  now: Date,
): Promise<void> {
  const existing = (await deps.runs.known([occurrence.id])).get(occurrence.id);
  if (await claim(deps.runs, occurrence, existing, now))
    await handOut(deps, occurrence.job, [occurrence], now);
}

async function claim(
  runs: Runs,
  occurrence: Occurrence,
  existing: RunRecord | undefined,
  now: Date,
): Promise<boolean> {
  if (!existing) return runs.claim(recordOf(occurrence, 'claimed', now));
  if (existing.state === 'done' || existing.state === 'missed') return false;
  // Claimed or queued long ago and never finished: its run is lost. Consumers may run twice without harm.
  return isLost(occurrence.job, new Date(existing.at), now);
}

async function handOut(
  { runs, queue }: Pick<TickDeps, 'runs' | 'queue'>,
  job: JobKey,
  occurrences: readonly Occurrence[],
  now: Date,
): Promise<void> {
  await queue.push(job, occurrences);
  for (const occurrence of occurrences) await runs.record(recordOf(occurrence, 'queued', now));
}

function recordOf({ id, job, projectId }: Occurrence, state: RunRecord['state'], now: Date): RunRecord {
  return {
    occurrence: id,
    job,
    projectId,
    state,
    at: now.toISOString(),
    tookMs: 0,
    calls: 0,
    byOperation: {},
    points: 0,
    sent: 0,
    note: '',
    deferred: null,
    leftOut: [],
  };
}

/** Leaves a trace of an hour in which nothing is handed out, for whoever asks why nothing was sent. */
export async function noteNoLicence(runs: Pick<Runs, 'record'>, now: Date): Promise<void> {
  const hour = now.toISOString().slice(0, 13);
  const occurrence: Occurrence = {
    id: `reminders ${ALL_PROJECTS} ${hour}`,
    job: 'reminders',
    projectId: ALL_PROJECTS,
    period: hour,
  };
  await runs.record({
    ...recordOf(occurrence, 'missed', now),
    note: say('admin.noLicence'),
  });
}
