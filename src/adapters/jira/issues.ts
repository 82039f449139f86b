import type { Commitment, LiveCommitment, Person } from '../../domain/commitments';
import { isLocalDate, isZone } from '../../domain/calendar';
import { isAppError } from '../../errors';
import type { Issues } from '../../ports/issues';
import type { JiraClient } from './client';
import { commitmentJql } from './jql';
import { WireCommitment, type WireUser } from './schema';

const FIELDS = ['summary', 'duedate', 'status', 'assignee'];

/** Jira's answer to the follow-up's questions, in the follow-up's words. */
export function createIssues(jira: JiraClient): Issues {
  const person = async (accountId: string): Promise<Person | null> => {
    try {
      return toPerson(await jira.user(accountId));
    } catch (error) {
      // Gone or anonymised: nobody to write to, and no reason to stop.
      if (isAppError(error, 'NOT_FOUND', 'BAD_INPUT', 'FORBIDDEN')) return null;
      throw error;
    }
  };
  return {
    async commitments(query) {
      const found: Commitment[] = [];
      for await (const issue of jira.search(commitmentJql(query), WireCommitment, { fields: FIELDS })) {
        const live = toLive(issue);
        if (live.dueDate !== null) found.push({ ...live, dueDate: live.dueDate });
      }
      return found;
    },
    async live(issueIds) {
      if (issueIds.length === 0) return new Map();
      const { issues } = await jira.bulkFetch(issueIds, WireCommitment, FIELDS);
      return new Map(issues.map((issue) => [issue.id, toLive(issue)]));
    },
    async people(projectId, sponsorId) {
      const { lead } = await jira.project(projectId);
      return {
        lead: lead ? await person(lead.accountId) : null,
        sponsor: sponsorId === null ? null : await person(sponsorId),
      };
    },
    async project(projectId) {
      const { id, key, name } = await jira.project(projectId);
      return { id, key, name };
    },
    person,
  };
}

/** A profile may hide its zone, or carry one that the runtime does not know: UTC then. */
export function toPerson(user: WireUser): Person {
  const zone = user.timeZone && isZone(user.timeZone) ? user.timeZone : 'UTC';
  return { accountId: user.accountId, displayName: user.displayName, zone, active: user.active };
}

function toLive(issue: WireCommitment): LiveCommitment {
  const { summary, duedate, status, assignee } = issue.fields;
  return {
    id: `jira:${issue.id}`,
    issueId: issue.id,
    issueKey: issue.key,
    summary: summary ?? '',
    dueDate: duedate && isLocalDate(duedate) ? duedate : null,
    owner: assignee ? toPerson(assignee) : null,
    done: status.statusCategory.key === 'done',
  };
}
