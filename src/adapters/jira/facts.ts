import { z } from 'zod';
import { isLocalDate } from '../../domain/calendar';
import type { FoundRecords, Item, Version } from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';
import type { JiraClient } from './client';
import { WireRecord, type WireVersion } from './schema';

const WireItem = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    duedate: z.string().nullish(),
    assignee: z.object({ accountId: z.string(), displayName: z.string().default('') }).nullish(),
  }),
});

const WireNumbers = z.object({ fields: z.record(z.string(), z.number().nullish()) });

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
      return (await jira.versions(projectId)).map(toVersion);
    },

    async records({ jql, propertyKeys, max }) {
      const found: FoundRecords[] = [];
      for await (const { id, key, fields, properties } of jira.search(jql, WireRecord, {
        fields: ['summary', 'project'],
        properties: propertyKeys,
        atMost: max,
      })) {
        found.push({ issueId: id, key, summary: fields.summary ?? '', properties });
        if (found.length === max) break;
      }
      return found;
    },
  };
}

/** A date that is none is left out. */
export function toVersion({ id, name, released, archived, releaseDate }: WireVersion): Version {
  const date = releaseDate !== undefined && isLocalDate(releaseDate) ? releaseDate : null;
  return { id, name, released, archived, releaseDate: date };
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
