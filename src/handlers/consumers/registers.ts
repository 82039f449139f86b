import type { Deps } from '../../compose';
import { ALL_PROJECTS } from '../../domain/schedule/jobs';
import { refreshRegister } from '../../usecases/registers/refresh-register';
import { lookAtRegisters, type WeekDeps, type WeekReport } from '../../usecases/registers/weekly-look';
import { siteDefaults } from '../../usecases/site-defaults';
import { jobConsumer } from '../consumer';

/** The consumer may run 600 seconds (manifest.yml); one register of 5,000 records takes well below a minute. */
const TIME_LIMIT_MS = 300_000;
/** A run that stopped for one of these goes on in another message. */
const GOES_ON_AFTER_SECONDS: Readonly<Record<NonNullable<WeekReport['stopped']>, number>> = {
  time: 0,
  'near-limit': 300,
  points: 900,
};

/** Registers are looked at by Docket's own account. */
const weekDeps = (deps: Deps) => ({ ...deps, records: deps.app.records }) satisfies WeekDeps;

async function refreshed(deps: Deps, place: { readonly projectId: string; readonly kind: string }) {
  const records = await refreshRegister(weekDeps(deps), place);
  return { sent: 0, note: `${records === 1 ? '1 record' : `${records} records`} held against new settings` };
}

/**
 * Takes the weekly snapshot of all registers in use, or looks at one again whose settings have changed; goes on in
 * another message where it had to stop.
 */
export const snapshotRegisters = jobConsumer('registers', async (deps, message, now) => {
  const { occurrence, projectId, period } = message;
  if (projectId !== ALL_PROJECTS) return refreshed(deps, { projectId, kind: period });
  const { pointsAnHour } = await siteDefaults(deps.defaults);
  const report = await lookAtRegisters(weekDeps(deps), period, { time: TIME_LIMIT_MS, pointsAnHour });
  const { stopped } = report;
  const leftOut = [
    ...report.broken.map((one) => ({ ...one, what: 'project' as const })),
    ...report.spoilt.map((one) => ({ ...one, what: 'records' as const })),
  ];
  if (stopped === null) return { sent: 0, note: noteOf(report), leftOut };
  const wait = GOES_ON_AFTER_SECONDS[stopped];
  await deps.queue.push('registers', [{ id: occurrence, job: 'registers', projectId, period }], wait);
  const until = new Date(now.getTime() + wait * 1000).toISOString();
  return { sent: 0, note: noteOf(report), leftOut, deferred: { reason: stopped, until } };
});

const STOPPED: Readonly<Record<NonNullable<WeekReport['stopped']>, string>> = {
  time: 'stopped for time, goes on in another message',
  'near-limit': 'stopped because a rate limit is near, goes on in five minutes',
  points: "stopped because the hour's points are used up, goes on when there are more",
};

function noteOf({ records, unreadable, broken, stopped }: WeekReport): string {
  const parts = [
    records === 1 ? '1 record' : `${records} records`,
    unreadable > 0 ? `${unreadable} could not be read` : '',
    stopped === null ? '' : STOPPED[stopped],
    ...broken.map(({ projectId, why }) => `project ${projectId} was left out: ${why}`),
  ];
  return parts.filter(Boolean).join('; ');
}
