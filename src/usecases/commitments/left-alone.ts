import { addDays, type LocalDate } from '../../domain/calendar';
import { type Commitment, isIssue, latestBacklogDate } from '../../domain/commitments';
import { BACKLOG_REACH_DAYS } from '../follow-up/backlog';
import type { ProjectWorld } from '../follow-up/world';

/** Issues due up to this date were backlog when Docket was switched on, whether they are listed or not. */
export function leftAloneUpTo({ config, context }: ProjectWorld): LocalDate {
  const switchedOn = new Date(config.switchedOnAt ?? context.now);
  const unlisted = addDays(latestBacklogDate(context.policy, switchedOn), -BACKLOG_REACH_DAYS - 1);
  return context.leftAloneUpTo ?? unlisted;
}

/** True for what is never chased because it was long overdue before anybody asked Docket to chase it. */
export const isLeftAlone = (project: ProjectWorld, item: Commitment): boolean =>
  isIssue(item) && (item.dueDate <= leftAloneUpTo(project) || project.context.isBacklog(item));
