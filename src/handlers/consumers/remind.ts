import type { Deps } from '../../compose';
import type { FollowUpDeps } from '../../usecases/follow-up/deps';
import { followUp, type RunReport } from '../../usecases/follow-up/run';
import type { Deferred } from '../../ports/schedule';
import { siteDefaults } from '../../usecases/site-defaults';
import { joined, say, type Words } from '../../words';
import { jobConsumer } from '../consumer';

/** The consumer may run 600 seconds (manifest.yml); a run stops between pages well before half of that. */
const TIME_LIMIT_MS = 200_000;
const HOUR_MS = 3_600_000;
/** A run that stopped for one of these goes on in another message; what is out of points waits for the next hour. */
const GOES_ON_AFTER_SECONDS: Readonly<Partial<Record<NonNullable<RunReport['stopped']>, number>>> = {
  time: 0,
  'near-limit': 300,
};

export const followUpDeps = ({
  app,
  clock,
  ids,
  log,
  meter,
  ledger,
  projects,
  directory,
  choices,
  progress,
  sightMemory,
  taskTouches,
  holidays,
  obligations,
  copies,
  registerSettings,
  reports,
}: Deps): FollowUpDeps => ({
  clock,
  ids,
  log,
  meter,
  ledger,
  projects,
  directory,
  choices,
  progress,
  holidays,
  reports,
  sightMemory,
  taskTouches,
  obligations,
  copies,
  registerSettings,
  visibility: app.visibility,
  issues: app.issues,
  tasks: app.tasks,
  messenger: app.messenger,
});

/** Follows up the commitments of all projects; goes on in another message where the time is up. */
export const remind = jobConsumer('reminders', async (deps, message, now) => {
  const { pointsAnHour } = await siteDefaults(deps.defaults);
  const report = await followUp(followUpDeps(deps), { time: TIME_LIMIT_MS, pointsAnHour });
  if (report.stopped === 'points')
    deps.log.warn('points budget used up, the rest waits', { pointsAnHour, pages: report.pages });
  const wait = report.stopped === null ? undefined : GOES_ON_AFTER_SECONDS[report.stopped];
  if (wait !== undefined) {
    const { occurrence, projectId, period } = message;
    await deps.queue.push('reminders', [{ id: occurrence, job: 'reminders', projectId, period }], wait);
  }
  return {
    sent: report.sent,
    note: noteOf(report, { pointsAnHour, now }),
    deferred: deferredOf(report, wait, now),
    leftOut: report.broken.map(({ projectId, why }) => ({ what: 'project', projectId, why })),
  };
});

/** What is left goes on in a message of its own, or with the next hour's run. */
function deferredOf(
  { stopped }: Pick<RunReport, 'stopped'>,
  wait: number | undefined,
  now: Date,
): Deferred | null {
  if (stopped === null) return null;
  const until = wait === undefined ? nextHour(now) : new Date(now.getTime() + wait * 1000);
  return { reason: stopped, until: until.toISOString() };
}

const nextHour = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR_MS + 1) * HOUR_MS);

interface Limits {
  readonly pointsAnHour: number;
  readonly now: Date;
}

function noteOf(report: RunReport, limits: Limits): Words {
  const { withdrawn, withheld, unanswered, broken, stopped } = report;
  const parts = [
    withdrawn > 0 && say('admin.withdrawn', { count: withdrawn }),
    withheld > 0 && say('admin.withheld', { count: withheld }),
    unanswered > 0 && say('admin.unanswered', { count: unanswered }),
    stopped === 'time' && say('admin.stoppedTime'),
    stopped === 'near-limit' && say('admin.stoppedNearLimit'),
    stopped === 'points' && deferral(report, limits),
    ...broken.map(({ projectId, why }) => say('admin.projectLeftOut', { project: projectId, why })),
  ];
  return joined(
    parts.filter((part) => part !== false),
    '; ',
  );
}

/** What waits, and until when. The query goes by due date, so what is left is due then or later. */
function deferral({ pages, reached }: RunReport, { pointsAnHour, now }: Limits): Words {
  const until = nextHour(now).toISOString().slice(0, 16);
  return reached === null
    ? say('admin.budgetUsed', { budget: pointsAnHour, count: pages, until })
    : say('admin.budgetUsedFrom', { budget: pointsAnHour, count: pages, date: { date: reached }, until });
}
