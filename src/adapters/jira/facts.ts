import { z } from 'zod';
import { isLocalDate } from '../../domain/calendar';
import { configure, readRecord, risk as definition } from '../../domain/registers';
import type { Item, TopRisk } from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';
import type { JiraClient } from './client';
import { quote } from '../../domain/jql';
import { WireRecord } from './schema';

const WireItem = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    duedate: z.string().nullish(),
    assignee: z.object({ accountId: z.string(), displayName: z.string().default('') }).nullish(),
  }),
});

const WireNumbers = z.object({ fields: z.record(z.string(), z.number().nullish()) });

const risk = configure(definition, definition.defaults);

/** States of a risk that no longer threatens: it was closed, or it has happened. */
const OVER = Object.entries(risk.lifecycle)
  .filter(([, { final }]) => final)
  .map(([state]) => state);

/** What the weekly status asks of Jira. */
export function createJiraFacts(jira: JiraClient): JiraFacts {
  return {
    count: (jql) => jira.count(jql),

    async search({ jql, max }) {
      const items: Item[] = [];
      for await (const issue of jira.search(jql, WireItem, {
        fields: ['summary', 'duedate', 'assignee'],
        atMost: max,
      })) {
        items.push(toItem(issue));
        if (items.length === max) break;
      }
      return items;
    },

    async sumField({ jql, fieldId, max }) {
      // A count costs one point; finding out by reading would cost `max`.
      if ((await jira.count(jql)) > max) return null;
      let sum = 0;
      let issues = 0;
      for await (const { fields } of jira.search(jql, WireNumbers, { fields: [fieldId] })) {
        issues += 1;
        if (issues > max) return null;
        sum += fields[fieldId] ?? 0;
      }
      return sum;
    },

    async versions(projectId) {
      const versions = await jira.versions(projectId);
      return versions.map(({ id, name, released, archived, releaseDate }) => ({
        id,
        name,
        released,
        archived,
        releaseDate: releaseDate !== undefined && isLocalDate(releaseDate) ? releaseDate : null,
      }));
    },

    async openRisks(projectId, max) {
      const property = `issue.property[${quote(risk.propertyKey)}]`;
      const jql = `project = ${projectId} AND ${property}.state not in (${OVER.map(quote).join(', ')}) ORDER BY ${property}.score DESC, id ASC`;
      const risks: TopRisk[] = [];
      let unreadable = 0;
      for await (const issue of jira.search(jql, WireRecord, {
        fields: ['summary', 'project'],
        properties: [risk.propertyKey],
        atMost: max,
      })) {
        const read = readRecord(risk, issue.properties[risk.propertyKey]);
        if (!read.ok) {
          unreadable += 1;
          continue;
        }
        const { score, residualScore, state } = read.value;
        risks.push({
          key: issue.key,
          summary: issue.fields.summary ?? '',
          score,
          residual: residualScore,
          state,
        });
        if (risks.length === max) break;
      }
      return { risks, unreadable };
    },
  };
}

function toItem({ key, fields }: z.infer<typeof WireItem>): Item {
  const { summary, duedate, assignee } = fields;
  return {
    key,
    summary: summary ?? '',
    dueDate: duedate && isLocalDate(duedate) ? duedate : null,
    owner: assignee ? { id: assignee.accountId, name: assignee.displayName } : null,
  };
}
