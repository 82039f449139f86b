import type { SiteState } from '../../state';
import { JqlError } from './errors';
import type { JqlFunction } from './functions';
import { findIssue } from './keys';

/** Ids of the issues at the other end of an issue's links; with a phrase, only of those to which it reads so. */
function linkedTo(state: SiteState, issueId: string, phrase: string | undefined): string[] {
  return state.links.where('issue', issueId).flatMap((link) => {
    const isInward = link.inwardIssueId === issueId;
    const type = state.linkTypes.get(link.typeId);
    const reads = isInward ? type?.outward : type?.inward;
    if (phrase !== undefined && reads?.toLowerCase() !== phrase.toLowerCase()) return [];
    return [isInward ? link.outwardIssueId : link.inwardIssueId];
  });
}

/**
 * `issue in linkedIssues(PAY-1, "is blocked by")`: what blocks PAY-1. The second argument is a phrase of a link type, not its
 * name. https://support.atlassian.com/jira-software-cloud/docs/jql-functions/ The wording of the refusals is a choice.
 */
export const linkFunctions = (): JqlFunction[] =>
  ['linkedIssues', 'linkedWorkItems'].map((name) => ({
    name,
    shape: 'list',
    arity: [1, 2],
    run: ([key = '', phrase], env) => {
      const issue = findIssue(key, env);
      if (!issue) throw new JqlError(`Issue '${key}' could not be found in function '${name}'.`);
      const known = [...env.state.linkTypes.all()].flatMap(({ inward, outward }) => [inward, outward]);
      if (phrase !== undefined && !known.some((one) => one.toLowerCase() === phrase.toLowerCase()))
        throw new JqlError(`Issue link type '${phrase}' could not be found in function '${name}'.`);
      return { kind: 'issue', ids: linkedTo(env.state, issue.id, phrase) };
    },
  }));
