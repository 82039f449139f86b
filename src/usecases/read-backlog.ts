import { addDays } from '../domain/calendar';
import {
  type Backlog,
  latestBacklogDate,
  type Policy,
  type ProjectPeople,
  wasBacklog,
} from '../domain/commitments';
import type { Issues } from '../ports/issues';

/** Farther back than any rule reaches: such an item can only be messaged after its due date has changed. */
const REACH_DAYS = 60;

/**
 * What was long overdue when Docket was switched on, by issue id with the due date that it had. Only what the ladder
 * could still reach is kept; older items need no entry to be left alone.
 */
export async function readBacklog(
  issues: Issues,
  projectId: string,
  people: ProjectPeople,
  policy: Policy,
  switchedOn: Date,
): Promise<Backlog> {
  const dueUpTo = latestBacklogDate(policy, switchedOn);
  const found = await issues.commitments({
    projectId,
    dueFrom: addDays(dueUpTo, -REACH_DAYS),
    dueUpTo,
    createdBy: switchedOn,
  });
  const backlog = found.filter((commitment) => wasBacklog(commitment, people, policy, switchedOn));
  return Object.fromEntries(backlog.map(({ issueId, dueDate }) => [issueId, dueDate]));
}
