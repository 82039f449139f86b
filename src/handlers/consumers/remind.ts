import type { Deps } from '../../compose';
import type { FollowUpDeps } from '../../usecases/follow-up/deps';
import { followUp, type RunReport } from '../../usecases/follow-up/run';
import { jobConsumer } from '../consumer';

/** The consumer may run 600 seconds (manifest.yml); a run stops between pages well before half of that. */
const TIME_LIMIT_MS = 200_000;
/**
 * Points that one customer may use in an hour. The app has 65,000 an hour for all of its customers together:
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
const POINTS_AN_HOUR = 6_000;

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
  holidays,
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
  sightMemory,
  visibility: app.visibility,
  issues: app.issues,
  messenger: app.messenger,
});

/** Follows up the commitments of all projects; goes on in another message where the time is up. */
export const remind = jobConsumer('reminders', async (deps, message) => {
  const report = await followUp(followUpDeps(deps), { time: TIME_LIMIT_MS, pointsAnHour: POINTS_AN_HOUR });
  if (report.stopped === 'time') {
    const { occurrence, projectId, period } = message;
    await deps.queue.push('reminders', [{ id: occurrence, job: 'reminders', projectId, period }]);
  }
  return { sent: report.sent, note: noteOf(report) };
});

function noteOf({ withdrawn, withheld, unanswered, broken, stopped }: RunReport): string {
  const parts = [
    withdrawn > 0 ? `${withdrawn} withdrawn` : '',
    withheld > 0 ? `${withheld} withheld` : '',
    unanswered > 0 ? `${unanswered} without an answer, looked for again within the hour` : '',
    stopped === 'time' ? 'stopped for time, goes on in another message' : '',
    stopped === 'points'
      ? `the budget of ${POINTS_AN_HOUR} points an hour is used up: the least urgent work waits for the next hour`
      : '',
    ...broken.map(({ projectId, why }) => `project ${projectId} was left out: ${why}`),
  ];
  return parts.filter(Boolean).join('; ');
}
