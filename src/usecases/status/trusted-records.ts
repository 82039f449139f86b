import { type ConfiguredRegister, judge } from '../../domain/registers';
import type { JiraFacts } from '../../ports/jira-facts';
import type { RecordCopies } from '../../ports/records';

/**
 * Searches that bring only what Docket wrote: anybody with Edit Issues may write a property, and a report must not say
 * that a change was approved because somebody wrote so. What was changed past Docket comes without its property.
 */
export function trustedRecords(
  jira: Pick<JiraFacts, 'records'>,
  copies: Pick<RecordCopies, 'of'>,
  projectId: string,
  registers: readonly ConfiguredRegister[],
): Pick<JiraFacts, 'records'> {
  return {
    async records(query) {
      const found = await jira.records(query);
      const ids = found.map(({ issueId }) => issueId);
      const asked = registers.filter(({ propertyKey }) => query.propertyKeys.includes(propertyKey));
      const written = await Promise.all(
        asked.map(async ({ kind }) => (ids.length > 0 ? copies.of({ projectId, kind }, ids) : [])),
      );
      return found.map((issue) => ({
        ...issue,
        properties: Object.fromEntries(
          asked.flatMap((register, i) => {
            const { propertyKey } = register;
            const property = issue.properties[propertyKey];
            const copy = written[i]?.find(({ issueId }) => issueId === issue.issueId) ?? null;
            return judge(register, property, copy).is === 'record' ? [[propertyKey, property]] : [];
          }),
        ),
      }));
    },
  };
}
