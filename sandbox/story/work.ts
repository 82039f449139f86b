import { RESOLUTIONS, STATUSES } from '../seed/basics';
import { dateAt, instantAt } from '../seed/days';
import { createRandom } from '../seed/random';
import type { Issue, Project } from '../site/entities';
import { commitChange } from '../site/jira/write/commit';
import type { SiteState } from '../site/state';

/** Any number will do; every choice follows from it. */
const SEED = 20_261_117;
const DAYS = 31;
/** How many days after and before its date an issue may be done here. */
const LATE_DAYS = 1;
const AHEAD_DAYS = 4;

const isWeekend = (day: number): boolean => [5, 6].includes(((day % 7) + 7) % 7);

/** Open issues of the project that somebody works on and that are due between the two dates. */
function workDue(state: SiteState, project: Project, from: string, to: string): Issue[] {
  return state.issues
    .where('project', project.id)
    .filter(
      ({ assigneeId, dueDate, resolved }) =>
        resolved === null &&
        dueDate !== null &&
        dueDate >= from &&
        dueDate <= to &&
        assigneeId !== null &&
        state.users.get(assigneeId)?.active,
    );
}

function finish(state: SiteState, issue: Issue): void {
  const user = issue.assigneeId === null ? undefined : state.users.get(issue.assigneeId);
  if (!user) return;
  const now = state.clock.now();
  commitChange({ state, caller: { user, scopes: null }, now }, issue, {
    statusId: STATUSES.done.id,
    resolutionId: RESOLUTIONS.done.id,
    resolved: now,
    statusChanged: now,
  });
}

/**
 * Puts on the clock that people go on working after the seed's Monday: on each working day a few issues of each project that
 * are due about then are done. To be called before the app is installed, so that at the same instant the world moves first.
 */
export function scheduleWork(state: SiteState): void {
  for (const [i, project] of [...state.projects.all()].entries()) {
    const random = createRandom(SEED + i);
    for (let day = 0; day < DAYS; day += 1) {
      if (isWeekend(day)) continue;
      for (let left = random.int(0, 2); left > 0; left -= 1)
        state.clock.schedule(instantAt(day, random.int(7, 16), random.int(1, 59)), () => {
          const due = workDue(state, project, dateAt(day - LATE_DAYS), dateAt(day + AHEAD_DAYS));
          if (due.length > 0) finish(state, random.pick(due));
        });
    }
  }
}
