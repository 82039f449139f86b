import type { Commitment, LiveCommitment, Person } from '../../domain/commitments';
import { isLocalDate, isZone } from '../../domain/calendar';
import type { CarryingIssue, Issues } from '../../ports/issues';
import type { JiraClient } from './client';
import { toVersion } from './facts';
import { commitmentJql, ordered, overdueJql } from './jql';
import { WireCarrying, WireCommitment, type WireUser } from './schema';

const FIELDS = [
  'summary',
  'duedate',
  'status',
  'assignee',
  'priority',
  'labels',
  'project',
  'security',
  'created',
  'updated',
];

/** Issues are `jira:` and their number; what else is chased is not read here. */
const PREFIX = 'jira:';
/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post */
const BULK_ISSUES = 100;
const BULK_PROPERTIES = 5;
const BULK_USERS = 128;

/** Jira's answer to the follow-up's questions, in the follow-up's words. */
export function createIssues(jira: JiraClient): Issues {
  return {
    async commitments(query, next, atMost) {
      const page = await jira.searchPage(ordered(commitmentJql(query)), WireCommitment, {
        fields: FIELDS,
        next,
        ...(atMost === undefined ? {} : { atMost }),
      });
      return { commitments: page.items.flatMap(dated), next: page.next };
    },
    count: (query) => jira.count(commitmentJql(query)),
    async live(commitmentIds) {
      const ids = commitmentIds.flatMap((id) => (id.startsWith(PREFIX) ? [id.slice(PREFIX.length)] : []));
      const live = new Map<string, LiveCommitment>();
      for (const part of chunks(ids, BULK_ISSUES)) {
        const { issues } = await jira.bulkFetch(part, WireCommitment, FIELDS);
        for (const issue of issues) live.set(`${PREFIX}${issue.id}`, toLive(issue));
      }
      return live;
    },
    async carrying(issueIds, propertyKeys) {
      const found = new Map<string, CarryingIssue>();
      for (const ids of chunks(issueIds, BULK_ISSUES)) {
        for (const keys of chunks(propertyKeys, BULK_PROPERTIES)) {
          const { issues } = await jira.bulkFetch(ids, WireCarrying, FIELDS, keys);
          for (const { properties, ...issue } of issues) {
            const before = found.get(issue.id)?.properties;
            found.set(issue.id, { item: toLive(issue), properties: { ...before, ...properties } });
          }
        }
      }
      return found;
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
      const { id, key, name, lead, versions } = await jira.project(projectIdOrKey);
      return { id, key, name, leadId: lead?.accountId ?? null, versions: versions.map(toVersion) };
    },
    async persons(accountIds) {
      const persons = new Map<string, Person>();
      for (const part of chunks(accountIds, BULK_USERS)) {
        for (const user of await jira.users(part)) persons.set(user.accountId, toPerson(user));
      }
      return persons;
    },
  };
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

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
  const { summary, duedate, status, assignee, priority, labels, project, security, created, updated } =
    fields;
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
    ...(created ? { createdAt: instantOf(created) } : {}),
    ...(updated ? { updatedAt: instantOf(updated) } : {}),
  };
}

/** Jira writes instants with an offset: 2026-07-20T09:00:00.000+0000. */
const instantOf = (written: string): string => new Date(written).toISOString();
