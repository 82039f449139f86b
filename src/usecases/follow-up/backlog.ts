import { addDays } from '../../domain/calendar';
import {
  type Backlog,
  backlogOf,
  latestBacklogDate,
  type Policy,
  type ProjectPeople,
  wasBacklog,
} from '../../domain/commitments';
import type { Issues } from '../../ports/issues';
import type { ProjectConfig } from '../../ports/projects';

/** Farther back than any rule reaches: such an item can only be messaged after its due date has changed. */
const REACH_DAYS = 60;
/** More than this are not read and remembered one by one, which would cost the points of many hours. */
const AT_MOST = 1_000;

/**
 * What was long overdue when Docket was switched on, by commitment id with the due date that it had. Only what the
 * ladder could still reach is kept; older items need no entry to be left alone.
 */
export async function readBacklog(
  issues: Issues,
  config: ProjectConfig,
  people: ProjectPeople,
  policy: Policy,
  switchedOn: Date,
): Promise<Backlog> {
  const dueUpTo = latestBacklogDate(policy, switchedOn);
  const { projectId, actionQuery } = config;
  const found = await issues.overdue({
    projectId,
    actionQuery,
    dueFrom: addDays(dueUpTo, -REACH_DAYS),
    dueUpTo,
    createdBy: switchedOn,
    atMost: AT_MOST,
  });
  const backlog = found.filter((commitment) => wasBacklog(commitment, people, policy, switchedOn));
  return backlogOf(backlog, found.length < AT_MOST);
}
