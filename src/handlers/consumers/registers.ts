import type { Deps } from '../../compose';
import { ALL_PROJECTS } from '../../domain/schedule/jobs';
import { refreshRegister } from '../../usecases/registers/refresh-register';
import { lookAtRegisters, type WeekDeps, type WeekReport } from '../../usecases/registers/weekly-look';
import { siteDefaults } from '../../usecases/site-defaults';
import { joined, type SaidKey, say, type Words } from '../../words';
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
  return { sent: 0, note: say('admin.recordsHeld', { count: records }) };
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

const STOPPED = {
  time: 'admin.stoppedTime',
  'near-limit': 'admin.stoppedNearLimit',
  points: 'admin.stoppedPoints',
} as const satisfies Record<NonNullable<WeekReport['stopped']>, SaidKey>;

function noteOf({ records, unreadable, broken, stopped }: WeekReport): Words {
  const parts = [
    say('admin.records', { count: records }),
    unreadable > 0 && say('admin.recordsUnread', { count: unreadable }),
    stopped !== null && say(STOPPED[stopped]),
    ...broken.map(({ projectId, why }) => say('admin.projectLeftOut', { project: projectId, why })),
  ];
  return joined(
    parts.filter((part) => part !== false),
    '; ',
  );
}
