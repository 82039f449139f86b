import type { CustomField, Issue } from '../entities';
import type { SiteState } from '../state';
import type { IssueField } from './fields';

const NUMBER = 'com.atlassian.jira.plugin.system.customfieldtypes:float';

/** The number in `customfield_10016`. */
const customIdOf = ({ id }: CustomField): number => Number(id.slice(id.lastIndexOf('_') + 1));

/** What JQL calls a custom field. Names are no keys: two fields may share one. */
export const clauseNamesOf = (field: CustomField): readonly string[] => [
  `cf[${customIdOf(field)}]`,
  field.name,
  `${field.name}[Number]`,
];

/** The value of a custom number field, `null` where it is empty. */
export const numberIn = (issue: Issue, fieldId: string): number | null => issue.numbers?.[fieldId] ?? null;

/** The fields that the site's admins added. */
export const customFieldsOf = ({ customFields }: SiteState): readonly IssueField[] =>
  [...customFields.all()].map((field) => ({
    id: field.id,
    name: field.name,
    clauseNames: clauseNamesOf(field),
    navigable: true,
    orderable: true,
    schema: { type: 'number', custom: NUMBER, customId: customIdOf(field) },
    value: (_view, issue) => numberIn(issue, field.id),
  }));
