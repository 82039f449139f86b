import { hasOnIssue } from '../access';
import type { Issue, Status } from '../entities';
import type { SiteState } from '../state';
import { formatStatus } from './format/reference';
import type { View } from './wire';

/**
 * The site's one workflow: from every status to every other, as in a project that nobody configured. Transition ids differ
 * from status ids on purpose, so that an app that mixes them up fails here too.
 */
export const transitionsOf = (state: SiteState): readonly { id: string; to: Status }[] =>
  [...state.statuses.all()].map((to, index) => ({ id: String(index * 10 + 11), to }));

/** `IssueTransition` list for the reader; none without the right to make them. */
export function transitionsFor(view: View, issue: Issue) {
  if (view.viewer !== null && !hasOnIssue(view.state, view.viewer, issue, 'TRANSITION_ISSUES')) return [];
  return transitionsOf(view.state).map(({ id, to }) => ({
    id,
    name: to.name,
    to: formatStatus(view.state, to),
    hasScreen: to.category === 'done',
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: to.id === issue.statusId,
  }));
}
