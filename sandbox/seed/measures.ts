import type { Issue, TimeTracking } from '../site/entities';
import type { SiteState } from '../site/state';
import { CUSTOM_FIELDS, ISSUE_TYPES, STATUSES } from './basics';
import type { Random } from './random';

const HOUR = 3600;
const POINTS = [1, 2, 3, 5, 8] as const;

/** What is done has nothing left and took about as long as was thought; what is under way is somewhere in between. */
function timeOf(issue: Issue, random: Random): TimeTracking {
  const original = random.pick([4, 8, 16, 24, 40]) * HOUR;
  const share = random.int(4, 9) / 10;
  if (issue.statusId === STATUSES.done.id) {
    return { original, remaining: 0, spent: Math.round(original * (0.5 + share)) };
  }
  if (issue.statusId === STATUSES.toDo.id) return { original, remaining: original, spent: null };
  const spent = Math.round(original * share);
  return { original, remaining: Math.max(HOUR, original - spent), spent };
}

/** Story points on most of the work, estimates on some tasks, and what a few issues cost. Epics carry none of them. */
export function seedMeasures(state: SiteState, issues: readonly Issue[], random: Random): void {
  for (const issue of issues) {
    if (issue.issueTypeId === ISSUE_TYPES.epic.id) continue;
    const isSubtask = issue.issueTypeId === ISSUE_TYPES.subtask.id;
    const points = !isSubtask && random.chance(0.8) ? random.pick(POINTS) : null;
    const cost = random.chance(0.08) ? random.int(4, 180) * 100 : null;
    const isEstimated = issue.issueTypeId === ISSUE_TYPES.task.id ? random.chance(0.6) : isSubtask;
    state.issues.patch(issue.id, {
      numbers: {
        ...(points === null ? {} : { [CUSTOM_FIELDS.storyPoints.id]: points }),
        ...(cost === null ? {} : { [CUSTOM_FIELDS.cost.id]: cost }),
      },
      ...(isEstimated ? { timeTracking: timeOf(issue, random) } : {}),
    });
  }
}
