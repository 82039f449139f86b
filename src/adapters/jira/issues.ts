import type { Commitment, LiveCommitment, Person } from '../../domain/commitments';
import { isLocalDate, isZone } from '../../domain/calendar';
import type { Issues } from '../../ports/issues';
import type { JiraClient } from './client';
import { commitmentJql, overdueJql } from './jql';
import { WireCommitment, type WireUser } from './schema';

const FIELDS = ['summary', 'duedate', 'status', 'assignee', 'priority', 'labels', 'project', 'security'];

/** Issues are `jira:` and their number; what else is chased is not read here. */
const PREFIX = 'jira:';
/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
const BULK_ISSUES = 100;
const BULK_USERS = 128;

/** Jira's answer to the follow-up's questions, in the follow-up's words. */
export function createIssues(jira: JiraClient): Issues {
  return {
    async commitments(query, next) {
      const page = await jira.searchPage(commitmentJql(query), WireCommitment, { fields: FIELDS, next });
      return { commitments: page.items.flatMap(dated), next: page.next };
    },
    async live(commitmentIds) {
      const ids = commitmentIds.flatMap((id) => (id.startsWith(PREFIX) ? [id.slice(PREFIX.length)] : []));
      const live = new Map<string, LiveCommitment>();
      for (let start = 0; start < ids.length; start += BULK_ISSUES) {
        const { issues } = await jira.bulkFetch(
          ids.slice(start, start + BULK_ISSUES),
          WireCommitment,
          FIELDS,
        );
        for (const issue of issues) live.set(`${PREFIX}${issue.id}`, toLive(issue));
      }
      return live;
    },
    async find(issueIdOrKey) {
      const { issues } = await jira.bulkFetch([issueIdOrKey], WireCommitment, FIELDS);
      return issues[0] ? toLive(issues[0]) : null;
    },
    async overdue(query) {
      const found: Commitment[] = [];
      for await (const issue of jira.search(overdueJql(query), WireCommitment, {
        fields: FIELDS,
        atMost: query.atMost,
      })) {
        found.push(...dated(issue));
        if (found.length >= query.atMost) break;
      }
      return found;
    },
    async project(projectIdOrKey) {
      const { id, key, name, lead } = await jira.project(projectIdOrKey);
      return { id, key, name, leadId: lead?.accountId ?? null };
    },
    async persons(accountIds) {
      const persons = new Map<string, Person>();
      for (let start = 0; start < accountIds.length; start += BULK_USERS) {
        const users = await jira.users(accountIds.slice(start, start + BULK_USERS));
        for (const user of users) persons.set(user.accountId, toPerson(user));
      }
      return persons;
    },
  };
}

/** A profile may hide its zone, or carry one that the runtime does not know: UTC then. */
export function toPerson(user: WireUser): Person {
  const zone = user.timeZone && isZone(user.timeZone) ? user.timeZone : 'UTC';
  return { accountId: user.accountId, displayName: user.displayName, zone, active: user.active };
}

function dated(issue: WireCommitment): Commitment[] {
  const live = toLive(issue);
  return live.dueDate === null ? [] : [{ ...live, dueDate: live.dueDate }];
}

function toLive({ id, key, fields }: WireCommitment): LiveCommitment {
  const { summary, duedate, status, assignee, priority, labels, project, security } = fields;
  return {
    id: `${PREFIX}${id}`,
    projectId: project.id,
    target: { kind: 'issue', id, key },
    summary: summary ?? '',
    dueDate: duedate && isLocalDate(duedate) ? duedate : null,
    owner: assignee ? toPerson(assignee) : null,
    done: status.statusCategory.key === 'done',
    status: status.name,
    priority: priority?.name ?? null,
    labels: labels ?? [],
    restricted: Boolean(security),
  };
}
