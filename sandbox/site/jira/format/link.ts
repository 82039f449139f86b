import { canBrowse } from '../../access';
import type { Issue, IssueLink } from '../../entities';
import { type View, present, selfOf } from '../wire';
import { formatIssueType, formatLinkType, formatNamed, formatStatus } from './reference';

/** `LinkedIssue`: the other end of a link, a parent, or a sub-task. */
export function formatLinkedIssue({ state }: View, issue: Issue) {
  const status = state.statuses.get(issue.statusId);
  const type = state.issueTypes.get(issue.issueTypeId);
  const priority = issue.priorityId === null ? undefined : state.priorities.get(issue.priorityId);
  return {
    id: issue.id,
    key: issue.key,
    self: selfOf(state, `issue/${issue.id}`),
    fields: present({
      summary: issue.summary,
      status: status && formatStatus(state, status),
      priority: priority && formatNamed(state, 'priority', priority),
      issuetype: type && formatIssueType(state, type),
    }),
  };
}

const frame = ({ state }: View, link: IssueLink) => {
  const type = state.linkTypes.get(link.typeId);
  return {
    id: link.id,
    self: selfOf(state, `issueLink/${link.id}`),
    type: type && formatLinkType(state, type),
  };
};

/** `IssueLink` with both ends. */
export function formatLink(view: View, link: IssueLink) {
  const inward = view.state.issues.get(link.inwardIssueId);
  const outward = view.state.issues.get(link.outwardIssueId);
  return present({
    ...frame(view, link),
    inwardIssue: inward && formatLinkedIssue(view, inward),
    outwardIssue: outward && formatLinkedIssue(view, outward),
  });
}

/** A link as an issue shows it: only the other end, under the side where that one stands. Hidden issues are left out. */
export function formatLinksOf(view: View, issue: Issue) {
  return view.state.links.where('issue', issue.id).flatMap((link) => {
    const isInward = link.inwardIssueId === issue.id;
    const other = view.state.issues.get(isInward ? link.outwardIssueId : link.inwardIssueId);
    if (!other || (view.viewer && !canBrowse(view.state, view.viewer, other))) return [];
    const end = formatLinkedIssue(view, other);
    return [{ ...frame(view, link), ...(isInward ? { outwardIssue: end } : { inwardIssue: end }) }];
  });
}
