import { z } from 'zod';
import { quote } from '../../domain/jql';
import { AppError } from '../../errors';
import type { FoundRecord, FoundRecords, LinkedIssue, Records } from '../../ports/records';
import { say } from '../../words';
import type { JiraClient } from './client';
import { WireRecord, WireStatus } from './schema';

const FIELDS = ['summary', 'project', 'security'];
const LINKED_FIELDS = ['summary', 'status', 'project'];

const WireLinked = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    status: WireStatus,
    project: z.object({ id: z.string() }),
  }),
});
type WireLinked = z.infer<typeof WireLinked>;

/** How many issues a search for a link field offers. */
const OFFERED = 10;

/** Records as issue properties. */
export function createRecords(jira: JiraClient): Records {
  const search = { fields: FIELDS };
  const plainTypes = async (projectId: string) =>
    (await jira.project(projectId)).issueTypes.filter(({ subtask }) => !subtask);

  async function typeFor(projectId: string, name: string | null): Promise<string> {
    const types = await plainTypes(projectId);
    const type = types.find((one) => one.name === (name ?? 'Task')) ?? (name === null ? types[0] : undefined);
    if (type) return type.id;
    throw new AppError(
      'BAD_INPUT',
      name === null ? say('problem.noIssueType') : say('problem.issueTypeGone', { name }),
    );
  }

  return {
    async indexed(projectId, propertyKey, indexedPath, next) {
      const jql = `project = ${projectId} AND ${pathOf(propertyKey, indexedPath)} is not EMPTY ORDER BY id ASC`;
      const page = await jira.searchPage(jql, WireRecord, { ...search, properties: [propertyKey], next });
      return { found: page.items.map((issue) => toFound(issue, propertyKey)), next: page.next };
    },
    async indexedIn(projectIds, propertyKeys, indexedPath, next) {
      const has = propertyKeys.map((key) => `${pathOf(key, indexedPath)} is not EMPTY`).join(' OR ');
      // Names of projects are unique, so that this order keeps each project together.
      const jql = `project in (${projectIds.join(', ')}) AND (${has}) ORDER BY project ASC, id ASC`;
      const page = await jira.searchPage(jql, WireRecord, { ...search, properties: propertyKeys, next });
      return { found: page.items.map(toAll), next: page.next };
    },
    async withId(projectId, propertyKey, id) {
      const jql = `project = ${projectId} AND ${pathOf(propertyKey, 'id')} = ${quote(id)}`;
      const properties = [propertyKey];
      const page = await jira.searchPage(jql, WireRecord, { ...search, properties, next: null });
      return page.items.map((issue) => toFound(issue, propertyKey));
    },
    count(projectId, propertyKey, states) {
      const path = pathOf(propertyKey, 'state');
      const where = states === null ? `${path} is not EMPTY` : `${path} in (${states.map(quote).join(', ')})`;
      return jira.count(`project = ${projectId} AND ${where}`);
    },
    async read(issueIdsOrKeys, propertyKey) {
      if (issueIdsOrKeys.length === 0) return [];
      const { issues } = await jira.bulkFetch(issueIdsOrKeys, WireRecord, FIELDS, [propertyKey]);
      return issues.map((issue) => toFound(issue, propertyKey));
    },
    async readAll(issueId, propertyKeys) {
      const issue = await jira.issue(issueId, WireRecord, FIELDS, propertyKeys);
      return propertyKeys.map((propertyKey) => toFound(issue, propertyKey));
    },
    async linked(issueKeys) {
      if (issueKeys.length === 0) return [];
      const { issues } = await jira.bulkFetch(issueKeys, WireLinked, LINKED_FIELDS);
      return issues.map(toLinked);
    },
    async find(projectId, projectKey, text) {
      const number = /^(?:([A-Za-z][A-Za-z0-9_]+)-)?(\d{1,9})$/.exec(text.trim());
      const exact = number
        ? await jira.bulkFetch(
            [`${(number[1] ?? projectKey).toUpperCase()}-${number[2]}`],
            WireLinked,
            LINKED_FIELDS,
          )
        : { issues: [] };
      const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 5);
      const fits = words.map((word) => `summary ~ ${quote(`${word}*`)}`);
      const jql = `${[`project = ${projectId}`, ...fits].join(' AND ')} ORDER BY updated DESC`;
      const options = { fields: LINKED_FIELDS, atMost: OFFERED, next: null };
      const { items } = number ? { items: [] } : await jira.searchPage(jql, WireLinked, options);
      return [...exact.issues, ...items]
        .map(toLinked)
        .filter((issue) => issue.projectId === projectId)
        .slice(0, OFFERED);
    },
    async issueTypes(projectId) {
      return (await plainTypes(projectId)).map(({ name }) => name);
    },
    async create(projectId, { summary, issueType, labels }, propertyKey, value) {
      const fields = {
        project: { id: projectId },
        issuetype: { id: await typeFor(projectId, issueType) },
        summary,
        ...(labels.length > 0 ? { labels } : {}),
      };
      const { id, key } = await jira.createIssue({ fields, properties: [{ key: propertyKey, value }] });
      return { issueId: id, issueKey: key };
    },
    async write(issueId, propertyKey, value) {
      await jira.setIssueProperty(issueId, propertyKey, value);
    },
  };
}

const pathOf = (propertyKey: string, path: string): string => `issue.property[${quote(propertyKey)}].${path}`;

const toAll = ({ id, key, fields, properties }: WireRecord): FoundRecords => ({
  issueId: id,
  issueKey: key,
  projectId: fields.project.id,
  summary: fields.summary ?? '',
  restricted: fields.security != null,
  properties,
});

function toFound(issue: WireRecord, propertyKey: string): FoundRecord {
  const { properties, ...found } = toAll(issue);
  return { ...found, property: properties[propertyKey] };
}

const toLinked = ({ key, fields }: WireLinked): LinkedIssue => ({
  issueKey: key,
  projectId: fields.project.id,
  summary: fields.summary ?? '',
  status: fields.status.name,
  done: fields.status.statusCategory.key === 'done',
});
