import { AppError } from '../../errors';
import type { FoundRecord, Records } from '../../ports/records';
import type { JiraClient } from './client';
import { quote } from '../../domain/jql';
import { WireRecord } from './schema';

const FIELDS = ['summary', 'project'];

/** Records as issue properties. */
export function createRecords(jira: JiraClient): Records {
  return {
    async indexed(projectId, propertyKey, indexedPath) {
      const jql = `project = ${projectId} AND issue.property[${quote(propertyKey)}].${indexedPath} is not EMPTY ORDER BY id ASC`;
      const found: FoundRecord[] = [];
      for await (const issue of jira.search(jql, WireRecord, { fields: FIELDS, properties: [propertyKey] })) {
        found.push(toFound(issue, propertyKey));
      }
      return found;
    },
    async read(issueIdsOrKeys, propertyKey) {
      if (issueIdsOrKeys.length === 0) return [];
      const { issues } = await jira.bulkFetch(issueIdsOrKeys, WireRecord, FIELDS, [propertyKey]);
      return issues.map((issue) => toFound(issue, propertyKey));
    },
    async create(projectId, summary, propertyKey, value) {
      const { issueTypes } = await jira.project(projectId);
      const plain = issueTypes.filter(({ subtask }) => !subtask);
      const type = plain.find(({ name }) => name === 'Task') ?? plain[0];
      if (!type)
        throw new AppError(
          'BAD_INPUT',
          'This project has no issue type that a record could have. Ask a Jira admin to add one.',
        );
      const fields = { project: { id: projectId }, issuetype: { id: type.id }, summary };
      const { id, key } = await jira.createIssue({ fields, properties: [{ key: propertyKey, value }] });
      return { issueId: id, issueKey: key };
    },
    async write(issueId, propertyKey, value) {
      await jira.setIssueProperty(issueId, propertyKey, value);
    },
  };
}

const toFound = (issue: WireRecord, propertyKey: string): FoundRecord => ({
  issueId: issue.id,
  issueKey: issue.key,
  projectId: issue.fields.project.id,
  summary: issue.fields.summary ?? '',
  property: issue.properties[propertyKey],
});
